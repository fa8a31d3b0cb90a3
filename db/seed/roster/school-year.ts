/** The school year of a sample district: one year, two semesters, four quarters. Dates are YYYY-MM-DD. */

export interface SampleSession {
  id: string;
  title: string;
  type: "schoolYear" | "semester" | "gradingPeriod";
  from: string;
  until: string;
  parent: string;
}

/** In the order: the year, its semesters, their quarters. */
export function sessionsOf({ yearEnds }: { yearEnds: number }): SampleSession[] {
  const [fall, spring] = [yearEnds - 1, yearEnds];
  const year = { from: `${fall}-08-17`, until: `${spring}-05-28` };
  const session = (
    id: string,
    title: string,
    type: SampleSession["type"],
    parent: string,
    from: string,
    until: string,
  ) => ({
    id: `${id}-${spring}`,
    title,
    type,
    parent: parent && `${parent}-${spring}`,
    from,
    until,
  });
  return [
    session(
      "year",
      `${fall}-${String(spring % 100).padStart(2, "0")} School Year`,
      "schoolYear",
      "",
      year.from,
      year.until,
    ),
    session("s1", "Semester 1", "semester", "year", year.from, `${fall}-12-18`),
    session("s2", "Semester 2", "semester", "year", `${spring}-01-04`, year.until),
    session("q1", "Quarter 1", "gradingPeriod", "s1", year.from, `${fall}-10-16`),
    session("q2", "Quarter 2", "gradingPeriod", "s1", `${fall}-10-19`, `${fall}-12-18`),
    session("q3", "Quarter 3", "gradingPeriod", "s2", `${spring}-01-04`, `${spring}-03-12`),
    session("q4", "Quarter 4", "gradingPeriod", "s2", `${spring}-03-22`, year.until),
  ];
}

/** The night of the first export: in the fall, when classes have settled. */
export const firstNight = ({ yearEnds }: { yearEnds: number }): string => `${yearEnds - 1}-11-18`;

export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
