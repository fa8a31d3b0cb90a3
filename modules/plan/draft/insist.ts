/** A person who was told of a conflict puts their words all the same: those that they changed, and no others. Pure. */
import { isSame } from "../text/same.ts";
import type { VersionText } from "../text/version-text.ts";
import type { Edit, EditedKind } from "./edit.ts";
import { joinedSet } from "./merge.ts";
import { listOf } from "./standing.ts";

/** The edit for the text `at` which they were told of it; they had `seen` another, and `wanted` a third. */
export function insisted(edit: Edit, seen: VersionText, wanted: VersionText, at: VersionText): Edit {
  if (edit.do !== "change") return edit;
  const { element, address } = edit;
  const [before, after, now] = [seen, wanted, at].map((text) => saidOf(text, element, address));
  const words = Object.keys(edit.words).flatMap((field): [string, unknown][] => {
    const [was, is] = [before?.[field], after?.[field]];
    if (Array.isArray(was) && Array.isArray(is)) return [[field, joinedSet(was, is, (now?.[field] ?? []) as string[])]];
    return isSame(was, is) ? [] : [[field, is]];
  });
  return { ...edit, words: Object.fromEntries(words) } as Edit;
}

function saidOf(text: VersionText, kind: EditedKind, address: string): Record<string, unknown> | undefined {
  const one = listOf(text, kind).find((each) => each.address === address);
  return one && { ...one, years: yearsOf(text, address) };
}

/** The years that name a node as their work. */
export const yearsOf = ({ focus }: VersionText, address: string): string[] =>
  focus.filter(({ nodes }) => nodes.includes(address)).map(({ year }) => year);
