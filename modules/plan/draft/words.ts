/** What an element says, anew. Words are kept as a person wrote them, without white space around; blank ones are none. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { VersionText } from "../text/version-text.ts";
import type { EditProblem, WordsChange, WordsOf } from "./edit.ts";
import { LISTS, listOf } from "./standing.ts";

const LONG = 20_000;
/** The longest text of each field, in characters; all others are short. */
const LONGEST: Record<string, number> = { text: LONG, title: LONG, statement: 2 * LONG };
const SHORT = 1_000;

export const said = (words: string | null): string | null => words?.trim().replaceAll("\r\n", "\n") || null;

export const longestOf = (field: string): number => LONGEST[field] ?? SHORT;

export function tooLong(words: object): Extract<EditProblem, { kind: "too-long" }> | null {
  for (const [field, value] of Object.entries(words)) {
    const most = longestOf(field);
    if (typeof value === "string" && value.length > most) return { kind: "too-long", field, most };
  }
  return null;
}

export function changed(text: VersionText, edit: WordsChange): Result<VersionText, EditProblem> {
  const { address } = edit;
  if (!listOf(text, edit.element).some((one) => one.address === address)) return refuse({ kind: "gone", address });
  switch (edit.element) {
    case "statement":
      return written(text, "statement", address, edit.words);
    case "guardrail":
      return written(text, "guardrail", address, edit.words);
    case "node": {
      const { years, ...words } = edit.words;
      const now = written(text, "node", address, words);
      return now.ok && years !== undefined ? ok(namedFor(now.value, address, years)) : now;
    }
    case "measure":
      return written(text, "measure", address, edit.words);
  }
}

function written<Kind extends keyof WordsOf>(
  text: VersionText,
  kind: Kind,
  address: string,
  words: Partial<WordsOf[Kind]>,
): Result<VersionText, EditProblem> {
  const list = text[LISTS[kind]] as { address: string }[];
  const before = list.find((one) => one.address === address) as object;
  const one: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(words)) {
    if (value === undefined) continue;
    one[field] = typeof value === "string" ? said(value) : Array.isArray(value) ? [...new Set(value)] : value;
  }
  const problem = problemOf(text, kind, one);
  if (problem !== null) return refuse(problem);
  // What was only referred to has got its words here.
  if (one.placeholder === true && (words as { title?: string | null }).title !== undefined && one.title !== null) {
    one.placeholder = false;
  }
  const now = list.map((each) => (each === before ? one : each));
  const done = { ...text, [LISTS[kind]]: now } as VersionText;
  return ok(kind === "statement" ? ofOneKind(done, address) : done);
}

function problemOf(text: VersionText, kind: keyof WordsOf, one: Record<string, unknown>): EditProblem | null {
  const isSaid = kind === "node" ? (one.title ?? one.statement ?? one.code) : one.text;
  if (isSaid === null || isSaid === "") return { kind: "words-missing" };
  const long = tooLong(one);
  if (long !== null) return long;
  if (kind === "node" && !text.levels.some(({ key }) => key === one.level)) {
    return { kind: "level-unknown", level: (one.level ?? null) as string | null };
  }
  return kind === "measure" ? looseTie(text, one as unknown as WordsOf["measure"]) : null;
}

function looseTie(text: VersionText, { guardrail, nodes }: WordsOf["measure"]): EditProblem | null {
  const known = new Set(text.nodes.map(({ address }) => address));
  const loose = nodes.find((address) => !known.has(address));
  if (loose !== undefined) return { kind: "tie-unknown", address: loose };
  const isKnown = guardrail === null || text.guardrails.some(({ address }) => address === guardrail);
  return isKnown ? null : { kind: "tie-unknown", address: guardrail as string };
}

/** The points of a statement are of its kind. */
function ofOneKind(text: VersionText, address: string): VersionText {
  const whole = text.statements.find((one) => one.address === address);
  const points = text.statements.map((one) =>
    one.parent === address && whole !== undefined ? { ...one, kind: whole.kind } : one,
  );
  return { ...text, statements: points };
}

/** The years that name a node as their work. */
export function namedFor(text: VersionText, address: string, years: readonly string[]): VersionText {
  const wanted = new Set(years.map((year) => year.trim()).filter((year) => year !== ""));
  const others = text.focus.map(({ year, nodes }) => ({
    year,
    nodes: wanted.delete(year) ? [...new Set([...nodes, address])] : nodes.filter((node) => node !== address),
  }));
  return { ...text, focus: [...others, ...[...wanted].map((year) => ({ year, nodes: [address] }))] };
}
