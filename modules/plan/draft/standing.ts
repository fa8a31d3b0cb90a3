/** Where an element stands in its list: what stands beneath it, what is its like, and how a list is rearranged. Pure. */
import type { VersionText } from "../text/version-text.ts";
import type { EditedKind, Place } from "./edit.ts";

/** The list of a text that holds the elements of a kind. */
export const LISTS = {
  statement: "statements",
  node: "nodes",
  guardrail: "guardrails",
  measure: "measures",
} as const;

export interface Standing {
  address: string;
  parent?: string | null;
}

export const parentOf = (one: Standing): string | null => one.parent ?? null;

export const listOf = (text: VersionText, kind: EditedKind): readonly Standing[] => text[LISTS[kind]];

export const withList = (text: VersionText, kind: EditedKind, list: readonly Standing[]): VersionText =>
  ({ ...text, [LISTS[kind]]: list }) as VersionText;

/** Addresses of an element and of everything beneath it. */
export function reachOf(list: readonly Standing[], address: string): Set<string> {
  const reach = new Set([address]);
  for (const one of list) {
    const parent = parentOf(one);
    if (parent !== null && reach.has(parent)) reach.add(one.address);
  }
  return reach;
}

/** The list with a block of elements at a place; the first of the block gets the parent of that place. Null: no such place. */
export function placed<One extends Standing>(rest: readonly One[], block: readonly One[], place: Place): One[] | null {
  const { way, target } = place;
  const first = block[0] as One;
  const put = (at: number, parent: string | null): One[] => {
    const head = "parent" in first ? { ...first, parent } : first;
    return [...rest.slice(0, at), head, ...block.slice(1), ...rest.slice(at)];
  };
  if (target === null) return put(rest.length, null);
  const at = rest.findIndex(({ address }) => address === target);
  if (at < 0) return null;
  const parent = parentOf(rest[at] as One);
  if (way === "before") return put(at, parent);
  const reach = reachOf(rest, target);
  const end = rest.findLastIndex(({ address }) => reach.has(address)) + 1;
  return put(end, way === "into" ? target : parent);
}

/** What a person sees side by side: siblings, statements of one kind, measures of one node. Itself included, in order. */
export function peersOf(text: VersionText, kind: EditedKind, address: string): string[] {
  const list = listOf(text, kind);
  const one = list.find((each) => each.address === address);
  if (one === undefined) return [];
  const group = groupOf(text, kind);
  return list.filter((each) => group(each) === group(one)).map((each) => each.address);
}

function groupOf(text: VersionText, kind: EditedKind): (one: Standing) => string {
  if (kind === "measure") {
    const homes = new Map(text.measures.map(({ address, guardrail, nodes }) => [address, guardrail ?? nodes[0] ?? ""]));
    return ({ address }) => homes.get(address) ?? "";
  }
  if (kind === "statement") {
    const kinds = new Map(text.statements.map((each) => [each.address, each.kind]));
    return (one) => `${parentOf(one) ?? ""} ${parentOf(one) === null ? kinds.get(one.address) : ""}`;
  }
  return (one) => parentOf(one) ?? "";
}
