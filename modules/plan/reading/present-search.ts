/** What a reader asked a plan, and what it answers. Pure. */
import type { PlanRows } from "../plan-parts.ts";
import type { ElementLink, PlanHead } from "../plan-view.ts";
import { type EntryKind, indexOf } from "./entries.ts";
import { type Hit, LONGEST_QUESTION, type Marked, search } from "./search.ts";
import { askedFor } from "./words.ts";

/** More than these are no help; one word more is. */
export const MOST_HITS = 100;

export interface HitLine {
  kind: EntryKind;
  address: string;
  tag: string;
  title: Marked | null;
  text: Marked | null;
  beside: Marked[];
  path: ElementLink[];
}

export interface SearchView {
  head: PlanHead;
  question: string;
  is: "unasked" | "too-long" | "nothing" | "found";
  count: number;
  hits: HitLine[];
}

export function presentSearch(head: PlanHead, rows: PlanRows, question: string): SearchView {
  const none = { head, question, count: 0, hits: [] };
  if (question.length > LONGEST_QUESTION) return { ...none, is: "too-long" };
  if (askedFor(question).length === 0) return { ...none, is: "unasked" };
  const index = indexOf(rows);
  const all = search(index.entries, question);
  const line = ({ entry, title, text, beside }: Hit): HitLine => {
    const { kind, address, name, tag } = entry;
    // A measure's own kind stands beside it, so that its number is enough.
    return { kind, address, tag: kind.is === "measure" ? tag : name, title, text, beside, path: index.pathOf(entry) };
  };
  const hits = all.slice(0, MOST_HITS).map(line);
  return { ...none, is: all.length === 0 ? "nothing" : "found", count: all.length, hits };
}
