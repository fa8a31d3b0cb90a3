/**
 * Days as files write them. What begins with the year is one day; of "3/4/2026" only the whole column can say which it is, so it
 * is staged as "3/4/2026" and understood once the style is known.
 */
const YEAR_FIRST = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]\d{1,2}:\d{2}.*)?$/;

/** ISO, or `a/b/yyyy`; null if it is no day in any style. */
export function readDay(cell: string): string | null {
  const first = YEAR_FIRST.exec(cell);
  if (first !== null) {
    const [, year = "", month = "", day = ""] = first;
    const isCompact = /^\d+$/.test(cell);
    if (isCompact && cell.length !== 8) return null;
    return isDay(Number(year), Number(month), Number(day))
      ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
      : null;
  }
  const last = YEAR_LAST.exec(cell);
  if (last === null) return null;
  const [one, other, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
  return isDay(year, one, other) || isDay(year, other, one) ? `${one}/${other}/${year}` : null;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && !isLeap ? 28 : (DAYS[month - 1] as number));
}
