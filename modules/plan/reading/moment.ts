/** A time as a document names it, no more exactly than it does: a day, a month, a season, a year. Pure. */

export const SEASONS = ["winter", "spring", "summer", "fall"] as const;
export type Season = (typeof SEASONS)[number];

export type Moment =
  | { unit: "day"; year: number; month: number; day: number }
  | { unit: "month"; year: number; month: number }
  /** A winter is named by the year in which it begins. */
  | { unit: "season"; year: number; season: Season }
  | { unit: "year"; year: number }
  /** From July of this year to June of the next. */
  | { unit: "school-year"; year: number };

/** First and last month of a season, counted from January of its year; as schools use the words. */
const MONTHS_OF: Record<Season, [first: number, last: number]> = {
  winter: [12, 14],
  spring: [1, 6],
  summer: [6, 8],
  fall: [8, 12],
};

/** Where a moment begins and ends, in years: July 2026 is 2026.5 to 2026.58. */
export function extentOf(moment: Moment): { from: number; until: number } {
  const months = (first: number, last: number) => ({
    from: moment.year + (first - 1) / 12,
    until: moment.year + last / 12,
  });
  switch (moment.unit) {
    case "day": {
      const at = moment.year + (moment.month - 1) / 12 + (moment.day - 1) / 372;
      return { from: at, until: at + 1 / 372 };
    }
    case "month":
      return months(moment.month, moment.month);
    case "season":
      return months(...MONTHS_OF[moment.season]);
    case "year":
      return months(1, 12);
    case "school-year":
      return months(7, 18);
  }
}
