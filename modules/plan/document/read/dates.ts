/** The name of a month, spelled out or shortened, as a part of a pattern. */
export const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;

/** The last year that a printed date or span of years reaches: 2028-2029 → 2029, 2024-27 → 2027, June 2026 → 2026. */
export function lastYear(printed: string): number | null {
  const span = /((?:19|20)\d{2})\s?[-–—/]\s?((?:19|20)\d{2}|\d{2})\b/.exec(printed);
  if (span) return span[2]!.length === 2 ? Number(span[1]!.slice(0, 2) + span[2]) : Number(span[2]);
  const years = printed.match(/\b(?:19|20)\d{2}\b/g);
  return years ? Number(years.at(-1)) : null;
}
