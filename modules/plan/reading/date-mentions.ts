/** Where a text names a day, a month, a season or a year, in English or Spanish. Pure. */
import type { Moment, Season } from "./moment.ts";

/** What is named from its place in the text to its end; a pair of years is two moments, everything else one. */
export interface Mention {
  at: number;
  end: number;
  from: Moment;
  to: Moment;
}

const MONTHS = [
  "jan(?:uary)?|ene(?:ro)?",
  "feb(?:ruary)?|febrero",
  "mar(?:ch)?|marzo",
  "apr(?:il)?|abr(?:il)?",
  "may|mayo",
  "june?|junio",
  "july?|julio",
  "aug(?:ust)?|ago(?:sto)?",
  "sept?(?:ember)?|sep?tiembre",
  "oct(?:ober)?|octubre",
  "nov(?:ember)?|noviembre",
  "dec(?:ember)?|dic(?:iembre)?",
];
const SEASON_WORDS: Record<Season, string> = {
  winter: "winter|invierno",
  spring: "spring|primavera",
  summer: "summer|verano",
  fall: "fall|autumn|otoño",
};

const MONTH = MONTHS.join("|");
const SEASON = Object.values(SEASON_WORDS).join("|");
/** What can stand beside a year. */
export const NAMED = `${MONTH}|${SEASON}`;

const OF = String.raw`\.?,?\s+(?:of\s+|de(?:l)?\s+)?`;
const YEAR = String.raw`(20\d\d)(?![\d%]|[.,]\d)`;
const DASH = String.raw`\s*[-–—/]\s*`;
const SCHOOL_YEAR = String.raw`(?:SY|school\s+years?|año\s+escolar|ciclo\s+escolar|curso(?:\s+escolar)?)`;

const monthOf = (word: string): number => MONTHS.findIndex((each) => new RegExp(`^(?:${each})$`, "i").test(word)) + 1;
const seasonOf = (word: string): Season =>
  (Object.keys(SEASON_WORDS) as Season[]).find((each) => new RegExp(`^(?:${SEASON_WORDS[each]})$`, "i").test(word)) ??
  "fall";

type Found = (string | undefined)[];
type Read = (found: Found) => [from: Moment, to: Moment] | null;

const once = (moment: Moment | null): [Moment, Moment] | null => (moment === null ? null : [moment, moment]);

function day(year: string | undefined, month: number, of: string | undefined): Moment | null {
  const moment = { unit: "day" as const, year: Number(year), month, day: Number(of) };
  const isThere =
    month >= 1 && month <= 12 && moment.day >= 1 && moment.day <= new Date(moment.year, month, 0).getDate();
  return isThere ? moment : null;
}

/** "2026-27" and "2026-2027" are a school year; "2026-28" is two years with all between them; "2026-25" is none. */
function pair(first: string | undefined, second: string | undefined): [Moment, Moment] | null {
  const from = Number(first);
  const to = second?.length === 2 ? from - (from % 100) + Number(second) : Number(second);
  if (to === from + 1) return once({ unit: "school-year", year: from });
  return to > from
    ? [
        { unit: "year", year: from },
        { unit: "year", year: to },
      ]
    : null;
}

/** The most exact first: what one of them has read, no other reads again. */
const KINDS: [pattern: string, read: Read][] = [
  [String.raw`(20\d\d)-(\d\d)-(\d\d)(?!\d)`, ([, y, m, d]) => once(day(y, Number(m), d))],
  [String.raw`(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)`, ([, m, d, y]) => once(day(y, Number(m), d))],
  [
    String.raw`(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${YEAR}`,
    ([, m, d, y]) => once(day(y, monthOf(m ?? ""), d)),
  ],
  [String.raw`(\d{1,2})\s+(?:de\s+)?(${MONTH})${OF}${YEAR}`, ([, d, m, y]) => once(day(y, monthOf(m ?? ""), d))],
  // "September – December 2026": both of one year, or from the year before where the months run over its end.
  [
    String.raw`(${MONTH})\.?(?:${DASH}|\s+(?:to|through|a)\s+)(${MONTH})${OF}${YEAR}`,
    ([, first, second, y]) => {
      const [from, to] = [monthOf(first ?? ""), monthOf(second ?? "")];
      const year = Number(y);
      return [
        { unit: "month", year: from > to ? year - 1 : year, month: from },
        { unit: "month", year, month: to },
      ];
    },
  ],
  [`(${MONTH})${OF}${YEAR}`, ([, m, y]) => once({ unit: "month", year: Number(y), month: monthOf(m ?? "") })],
  [
    String.raw`(\d{1,2})/${YEAR}`,
    ([, m, y]) =>
      Number(m) >= 1 && Number(m) <= 12 ? once({ unit: "month", year: Number(y), month: Number(m) }) : null,
  ],
  [
    String.raw`(?:winter|invierno)${OF}(20\d\d)${DASH}(?:20)?(\d\d)(?!\d)`,
    ([, y, next]) =>
      Number(next) === (Number(y) + 1) % 100 ? once({ unit: "season", year: Number(y), season: "winter" }) : null,
  ],
  // A winter of one year may be its first or its last weeks.
  [
    `(${SEASON})${OF}${YEAR}`,
    ([, s, y]) =>
      seasonOf(s ?? "") === "winter" ? null : once({ unit: "season", year: Number(y), season: seasonOf(s ?? "") }),
  ],
  [
    String.raw`${SCHOOL_YEAR}\s*'?(\d\d)${DASH}'?(\d\d)(?!\d)`,
    ([, y, next]) => (Number(next) === Number(y) + 1 ? once({ unit: "school-year", year: 2000 + Number(y) }) : null),
  ],
  [String.raw`(?:${SCHOOL_YEAR}\s+)?(20\d\d)${DASH}(20\d\d|\d\d)(?![\d%]|[.,]\d)`, ([, y, next]) => pair(y, next)],
  [YEAR, ([, y]) => once({ unit: "year", year: Number(y) })],
];

const READERS = KINDS.map(([pattern, read]) => ({
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}$#.,])(?:${pattern})(?![\p{L}])`, "giu"),
  read,
}));

/** In the order of the text. What looks like a date and is none ("June 31, 2027") keeps others from reading a part of it. */
export function mentionsIn(text: string): Mention[] {
  const taken: { at: number; end: number; mention: Mention | null }[] = [];
  for (const { pattern, read } of READERS) {
    for (const found of text.matchAll(pattern)) {
      const [at, end] = [found.index, found.index + found[0].length];
      if (taken.some((other) => at < other.end && other.at < end)) continue;
      const moments = read(found);
      taken.push({ at, end, mention: moments && { at, end, from: moments[0], to: moments[1] } });
    }
  }
  return taken.flatMap(({ mention }) => (mention === null ? [] : [mention])).sort((one, other) => one.at - other.at);
}
