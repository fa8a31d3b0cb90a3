const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DAY = 86_400_000;

/** A format is one of dates if letters of dates stand in it outside quotes and brackets. */
export function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|_.|\*.|\[[^\]hms]*\]|general/gi, ""));
}

/** A day count as the workbook shows it; null where it is no day. Days count from 1900 (with a 29 February of its own) or 1904. */
export function printDate(value: number, code: string, from1904: boolean): string | null {
  if (value < 0 || value > 2_958_466) return null;
  const days = from1904 ? value + 1_462 : value < 60 ? value + 1 : value;
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1_000);
  const half = /am\/pm|a\/p/i.test(code);
  const tokens =
    code.match(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[hms]+\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|_.|\*.|[\s\S]/gi) ?? [];
  return tokens
    .map((token, at) => printToken(token, moment, half, isMinute(tokens, at), value))
    .join("")
    .trim();
}

function printToken(token: string, moment: Date, half: boolean, minute: boolean, value: number): string {
  const kind = token[0]!.toLowerCase();
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith("\\")) return token.slice(1);
  if (/^\[[hms]+\]$/i.test(token))
    return String(Math.floor(value * { h: 24, m: 1_440, s: 86_400 }[token[1]!.toLowerCase()]!));
  if (token.startsWith("[") || token.startsWith("_") || token.startsWith("*")) return token.startsWith("_") ? " " : "";
  if (/^am\/pm$|^a\/p$/i.test(token))
    return (moment.getUTCHours() < 12 ? "AM" : "PM").slice(0, token.length > 3 ? 2 : 1);
  if (kind === "y") return token.length <= 2 ? two(moment.getUTCFullYear() % 100) : String(moment.getUTCFullYear());
  if (kind === "m") return minute ? sized(moment.getUTCMinutes(), token) : printMonth(moment, token.length);
  if (kind === "d") return printDay(moment, token.length);
  if (kind === "h") return sized(half ? moment.getUTCHours() % 12 || 12 : moment.getUTCHours(), token);
  if (kind === "s") return sized(moment.getUTCSeconds(), token.split(".")[0]!);
  return token === "@" ? "" : token;
}

/** "m" is minutes next to hours or seconds, else the month. */
function isMinute(tokens: readonly string[], at: number): boolean {
  if (!/^m{1,2}$/i.test(tokens[at]!)) return false;
  const isTime = (token: string): boolean => /^[hs]|^\[[hs]/i.test(token);
  const isUnit = (token: string): boolean => /^[ymdhs]|^\[[hms]/i.test(token);
  const before = tokens.slice(0, at).findLast(isUnit);
  const after = tokens.slice(at + 1).find(isUnit);
  return (
    (before !== undefined && /^h|^\[h/i.test(before)) || (after !== undefined && isTime(after) && /^s/i.test(after))
  );
}

function printMonth(moment: Date, length: number): string {
  const month = moment.getUTCMonth();
  if (length <= 2) return length === 1 ? String(month + 1) : two(month + 1);
  const name = MONTHS[month]!;
  return length === 3 ? name.slice(0, 3) : length === 5 ? name[0]! : name;
}

function printDay(moment: Date, length: number): string {
  if (length <= 2) return sized(moment.getUTCDate(), "d".repeat(length));
  const name = DAYS[moment.getUTCDay()]!;
  return length === 3 ? name.slice(0, 3) : name;
}

const two = (value: number): string => String(value).padStart(2, "0");
const sized = (value: number, token: string): string => (token.length > 1 ? two(value) : String(value));

export const daysOf = (iso: string): number => (Date.parse(`${iso}Z`) - Date.UTC(1899, 11, 30)) / DAY;
