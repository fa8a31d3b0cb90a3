import { isDateFormat, printDate } from "./xlsx-date.ts";

/** The formats that workbooks name by number alone. */
const BUILT_IN: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);(#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);(#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
};

export function formatCode(id: number, custom: ReadonlyMap<number, string>): string {
  return custom.get(id) ?? BUILT_IN[id] ?? "General";
}

/** A number of a cell as the workbook shows it: 0.55 under "0%" is "55%", 45000 under "m/d/yyyy" is "3/15/2023". */
export function printNumber(value: number, format: string, from1904: boolean): string {
  const sections = sectionsOf(format);
  const section = sectionFor(value, sections);
  // One section serves negative numbers too and prints their sign; a section of their own says itself how they look.
  const shown = sections.length > 1 && value < 0 ? -value : value;
  const code = section.replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\s?\d+|[<>=][^\]]*)\]/gi, "");
  if (code.trim() === "" || /^general$/i.test(code.trim()))
    return code === "" && sections.length > 1 ? "" : general(shown);
  if (isDateFormat(code)) return printDate(shown, code, from1904) ?? general(shown);
  return printFigures(shown, code);
}

export function sectionsOf(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;)(?=;|$)/g) ?? [format];
}

function sectionFor(value: number, sections: readonly string[]): string {
  if (value < 0 && sections.length > 1) return sections[1]!;
  if (value === 0 && sections.length > 2) return sections[2]!;
  return sections[0] ?? "General";
}

function general(value: number): string {
  const text = String(Number(value.toPrecision(11)));
  return text.includes("e") ? text.replace("e", "E") : text;
}

const DIGITS = /[0#?][0#?,]*(?:\.[0#?]*,*)?(?:[Ee][+-]0+)?|\.[0#?]+/;

/** Literals stay where they stand; the first pattern of digits takes the number. */
function printFigures(value: number, code: string): string {
  const plain = literals(code);
  const pattern = DIGITS.exec(plain.masked);
  if (pattern === null) return plain.restore(plain.masked.replace(/@/g, general(value)));
  const percent = (plain.masked.match(/%/g) ?? []).length;
  const figures = fillDigits(Math.abs(value) * 100 ** percent, pattern[0]);
  const before = plain.masked.slice(0, pattern.index);
  const after = plain.masked.slice(pattern.index + pattern[0].length).replace(/[0#?]/g, "");
  const sign = value < 0 && /[1-9]/.test(figures) ? "-" : "";
  return plain.restore(`${sign}${before}${figures}${after}`).trim();
}

/** Quoted and escaped characters out of the way of the pattern, and how to put them back. */
function literals(code: string): { masked: string; restore: (text: string) => string } {
  const kept: string[] = [];
  const keep = (text: string): string => {
    kept.push(text);
    return String.fromCharCode(0xe000 + kept.length - 1);
  };
  const masked = code
    .slice(0, 255)
    .replace(/"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*./g, (token, quoted, escaped, currency) => {
      if (token.startsWith("_")) return " ";
      return token.startsWith("*") ? "" : keep(quoted ?? escaped ?? currency ?? "");
    });
  const restore = (text: string): string =>
    text.replace(/[\ue000-\ue0ff]/g, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? "");
  return { masked, restore };
}

function fillDigits(value: number, pattern: string): string {
  if (/[Ee]/.test(pattern)) {
    const places = /\.([0#?]*)/.exec(pattern)?.[1]?.length ?? 0;
    return value
      .toExponential(places)
      .replace(/e([+-])(\d)$/, "E$10$2")
      .replace("e", "E");
  }
  // Commas at the end of the pattern divide by a thousand each.
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const [whole = "", fraction = ""] = pattern.slice(0, pattern.length - thousands).split(".");
  const grouped = /[0#?],[0#?]/.test(whole);
  const rounded = roundTo(value / 1000 ** thousands, fraction.length);
  const [digits = "0", decimals = ""] = rounded.split(".");
  const least = (whole.match(/0/g) ?? []).length;
  const padded = digits === "0" && least === 0 ? "" : digits.padStart(least, "0");
  const wanted = (fraction.match(/0/g) ?? []).length;
  const kept = decimals.replace(new RegExp(`0{0,${Math.max(0, decimals.length - wanted)}}$`), "");
  const shown = grouped ? padded.replace(/\B(?=(?:\d{3})+(?!\d))/g, ",") : padded;
  return fraction === "" ? shown || "0" : `${shown}.${kept}`;
}

/** Rounded as a workbook does it, on the decimal that is shown: 1.005 to two places is 1.01. */
function roundTo(value: number, places: number): string {
  if (value >= 1e15) return value.toFixed(0);
  const shifted = Number(`${value.toPrecision(15)}e${places}`);
  return Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${places}`).toFixed(places) : value.toFixed(places);
}
