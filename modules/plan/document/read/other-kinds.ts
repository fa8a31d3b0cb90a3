import type { SourceDocument } from "../source.ts";
import type { Draft } from "./draft.ts";
import { emptyDraft } from "./draft-writer.ts";
import type { SeenPiece } from "./see.ts";
import { wordCount } from "./words.ts";

/** Titles of papers that may print the goals that were decided: under a heading of their own, or numbered. */
const RECORDS =
  /\b(?:minutes|agenda)\b(?=.*\b(?:meeting|board|committee|session|retreat)\b)|\b(?:meeting|session|board|committee|retreat)\b.*\b(?:minutes|agenda)\b|^(?:minutes|agenda|memo|memorandum|notes)\b|^(?:regular|special|joint|emergency|organizational)(?: board)? (?:meeting|session)\b|\bnewsletter\b|\bpress release\b/i;

/** Titles of papers that have aims of another sort: only numbered goals make a plan of them. */
const PAPERS =
  /^(?:board |administrative |district )?(?:policy|regulation|procedure|bylaw)s?(?: manual)?\s*(?:no\b|number\b|code\b|[#:\d]|[A-Z]{2,4}\b|$)|\b(?:policy|regulation) (?:no\.? ?|number |code )?\d[\d.]*$|\b(?:job|position|vacancy) (?:posting|description|announcement)\b|\brequests? for (?:proposals?|qualifications|bids|quotations)\b|\b(?:bell|bus|testing|exam) schedule\b|\b(?:student|family|parent|employee|staff|athletic|faculty)\b.{0,24}\b(?:handbook|guide(?:book)?)\b|^handbook\b|^chapter (?:\d+|[IVX]+)\b|\bsyllabus\b|\bcourse (?:outline|description|catalog)\b|\bcode of conduct\b|\bcollective bargaining\b|^agreement\b|\bagreement between\b|\baudit(?:or)?(?:['’]?s)?\b|^(?:emergency|safety|dismissal|arrival) procedures?\b|\bmemorandum of (?:understanding|agreement)\b|\b(?:permission slip|field trip|supply list|lunch menu)\b|\b(?:curriculum|back[- ]to[- ]school|family|parent|math|literacy|science|information) night\b|^open house\b|\b(?:bond|levy|millage) (?:20\d\d|proposal|measure|election|issue|question|referendum)\b/i;

/** How far down the page its title may stand. */
const HEAD = 6;

/** Minutes, a policy, a job posting …: the page is no plan, however it is numbered, unless it prints goals. */
export function isOtherKind(document: SourceDocument, pieces: SeenPiece[]): boolean {
  const head = pieces.slice(0, HEAD).filter(({ text, cell }) => !cell && wordCount(text) <= 14 && !/[.;]$/.test(text));
  const titles = [document.title ?? "", ...head.map((piece) => piece.text)];
  if (titles.some((title) => PAPERS.test(title)) || asksQuestions(pieces)) return !pieces.some(isNumberedGoal);
  return (
    titles.some((title) => RECORDS.test(title)) && !pieces.some((piece) => isNumberedGoal(piece) || namesGoals(piece))
  );
}

/** "1. What would it cost?", "2. Why now?": most of what the page numbers are questions. */
function asksQuestions(pieces: SeenPiece[]): boolean {
  const coded = pieces.filter(({ sight, cell }) => sight.is === "code" && !cell);
  const asking = coded.filter(({ text }) => text.endsWith("?"));
  return asking.length > 2 && asking.length > coded.length / 2;
}

function isNumberedGoal({ sight }: SeenPiece): boolean {
  if (sight.is === "reference") return true;
  if (sight.is !== "label" || sight.label.code === null) return false;
  const { meaning } = sight.label;
  return meaning.is === "guardrail" || (meaning.is === "level" && !meaning.weak && meaning.rank <= 4);
}

function namesGoals({ sight }: SeenPiece): boolean {
  const meaning = sight.is === "heading" ? sight.heading.names[0]!.meaning : null;
  return meaning?.is === "level" && !meaning.weak && meaning.rank <= 4;
}

/** Leaves every line of such a page aside. */
export function leaveOther(pieces: SeenPiece[]): Draft {
  const draft = emptyDraft();
  for (const piece of pieces) {
    const { sight } = piece;
    draft.left.set(piece, sight.is === "noise" || sight.is === "aside" ? sight.reason : "narrative");
  }
  return draft;
}
