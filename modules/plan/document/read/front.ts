import type { Reading } from "../reading.ts";
import { type Excerpt, excerpt } from "./piece.ts";
import { namesOrganisation, PLAN_WORDS } from "./plan-words.ts";
import type { SeenPiece } from "./see.ts";
import { sentences, wordCount } from "./words.ts";

type Front = Pick<Reading, "title" | "org" | "period" | "adoption"> & { titles: SeenPiece[]; orgs: SeenPiece[] };

/** What the top of the page says of the plan as a whole: its title, whose it is, its years, who adopted it and when. */
export function readFront(pieces: SeenPiece[]): Front {
  const main = pieces.filter((piece) => piece.lines[0]!.region === "main" || piece.lines[0]!.region === "header");
  const head = main.slice(0, 10).filter((piece) => isTitleLine(piece));
  const org = head.find((piece) => namesOrganisation(piece.text) && !PLAN_WORDS.test(piece.text));
  const said = head.find((piece) => piece !== org && PLAN_WORDS.test(piece.text));
  const title = onlyTopHeading(main, head, org) ?? said ?? head.find((piece) => piece !== org && piece.heading === 1);
  return {
    title: title?.text ?? null,
    org: org?.text ?? null,
    period: findPeriod(main, head),
    adoption: findAdoption(main),
    titles: [title, said].filter((piece) => piece !== undefined),
    orgs: org ? main.filter((piece) => piece.text === org.text) : [],
  };
}

/** The one heading of the first rank over all the others names the document, whatever its words. */
function onlyTopHeading(main: SeenPiece[], head: SeenPiece[], org: SeenPiece | undefined): SeenPiece | undefined {
  const [first, ...others] = main.filter((piece) => piece.heading === 1);
  return first && first !== org && others.length === 0 && head.includes(first) ? first : undefined;
}

function isTitleLine(piece: SeenPiece): boolean {
  if (piece.cell || piece.sight.is === "aside" || (piece.sight.is === "heading" && !piece.sight.heading.title))
    return false;
  if (piece.sight.is === "label" || piece.sight.is === "code" || piece.sight.is === "noise") return false;
  return piece.bullet === null && wordCount(piece.text) <= 16 && !/[.;,!?:]$/.test(piece.text);
}

const YEARS = /\b(?:SY|FY)?\s?((?:19|20)\d{2})\s?(?:-|–|—|to|through|\/)\s?((?:(?:19|20)\d{2})|\d{2})\b/i;

/** Years in a title, or on a line of their own; never those of a plan that is left aside. */
function findPeriod(pieces: SeenPiece[], head: SeenPiece[]): Reading["period"] {
  const alone = pieces.filter(
    (piece) => wordCount(piece.text) <= 3 && YEARS.test(piece.text) && piece.sight.is !== "aside",
  );
  for (const piece of [...head, ...alone]) {
    const match = piece.sight.is === "aside" ? null : YEARS.exec(piece.text);
    const words = match && excerpt(piece, match.index, match.index + match[0].length);
    if (!match || !words) continue;
    const [start, end] = [match[1]!, match[2]!];
    if (end.length === 2 && Number(end) <= Number(start) % 100) continue;
    return { start, end: end.length === 2 ? start.slice(0, 2) + end : end, printed: words.text, span: words.span };
  }
  return null;
}

const ADOPTS = /\b(?:adopted|approved|accepted|ratified|aprobad[ao]|adoptad[ao])\b/i;
const BODY =
  /\b(?:(?:the )?(?:Governing Board|School Committee|(?:School )?Board of (?:Education|Trustees|(?:School )?Directors|Managers)|School Board|Board|Mesa Directiva|Junta (?:Directiva|Escolar|de Educación)))\b/i;
const MONTHS = "january february march april may june july august september october november december".split(" ");
const DATE = new RegExp(
  `\\b(${MONTHS.join("|")}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?)?(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
  "gi",
);
const MESES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
/** "12 de marzo de 2025" */
const FECHA = new RegExp(`\\b(?:(\\d{1,2})\\s+de\\s+)?(${MESES.join("|")})\\s+del?\\s+((?:19|20)\\d{2})\\b`, "i");
const NUMERIC = /\b(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})\b/;

/** The sentence that says that a board adopted the plan, with its date as precisely as printed. */
function findAdoption(pieces: SeenPiece[]): Reading["adoption"] {
  let found: Reading["adoption"] = null;
  for (const piece of pieces) {
    if (piece.sight.is === "aside" || piece.text.length > 2000 || !ADOPTS.test(piece.text)) continue;
    for (const [from, to] of sentences(piece.text)) {
      const words = excerpt(piece, from, to);
      if (!words || !ADOPTS.test(words.text) || !concernsPlan(words.text)) continue;
      const reading = adoptionOf(words);
      if (reading.date !== null) return reading;
      if (reading.body !== null) found ??= reading;
    }
  }
  return found;
}

function concernsPlan(sentence: string): boolean {
  return (
    /^(?:formally |unanimously )?(?:adopted|approved|accepted|aprobado|adoptado)\b/i.test(sentence) ||
    /\b(?:plan|goals?|priorit|direction|version|resolution|board|committee)\b/i.test(sentence)
  );
}

function adoptionOf({ text, span }: Excerpt): NonNullable<Reading["adoption"]> {
  const from = ADOPTS.exec(text)!.index;
  const body = BODY.exec(text)?.[0].replace(/^the /i, "") ?? null;
  return { date: dateOf(text.slice(from)) ?? dateOf(text), body, printed: text, span };
}

function dateOf(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) return `${numeric[3]}-${numeric[1]!.padStart(2, "0")}-${numeric[2]!.padStart(2, "0")}`;
  const [, dia, mes, ano] = FECHA.exec(text) ?? [];
  if (mes) return printedDate(ano!, MESES.indexOf(mes.toLowerCase()), dia);
  for (const [, month, day, year] of text.matchAll(DATE)) {
    if (!year) continue;
    const at = MONTHS.findIndex((name) => name.startsWith(month!.toLowerCase().slice(0, 3)));
    return printedDate(year, at, day);
  }
  return /\bin ((?:19|20)\d{2})\b/.exec(text)?.[1] ?? null;
}

function printedDate(year: string, month: number, day: string | undefined): string {
  const number = String(month + 1).padStart(2, "0");
  return day ? `${year}-${number}-${day.padStart(2, "0")}` : `${year}-${number}`;
}
