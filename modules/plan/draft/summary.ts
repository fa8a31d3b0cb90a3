/** An edit in one line: what it did first, and how much besides. Pure. */
import type { Change } from "../text/change.ts";

export interface EditSummary {
  first: Pick<Change, "kind" | "element" | "address" | "name"> & { field: string | null };
  /** Changes beside the first. */
  more: number;
}

/** What came and went says more than what followed from it. */
const WEIGHT = { added: 0, dropped: 0, moved: 1, changed: 2 };

export function summaryOf(changes: readonly Change[]): EditSummary {
  const [first] = changes.toSorted((one, other) => WEIGHT[one.kind] - WEIGHT[other.kind]);
  const { kind, element, address, name } = first as Change;
  const field = first?.kind === "changed" ? first.field : null;
  return { first: { kind, element, address, name, field }, more: changes.length - 1 };
}
