import { codeKey } from "./code.ts";
import type { Draft, DraftLevel, DraftNode, OpenList } from "./draft.ts";
import type { LabelHead } from "./label.ts";
import { childrenOf } from "./repeats.ts";
import { levelName, phraseKey } from "./words.ts";

/**
 * Whose list it is: of the last item above, or of whatever that item's own list belongs to?
 *
 * "STRATEGIC ACTIONS … PROGRESS MEASURES" are two lists of one objective; "Goals: 1. … Measures … 2. …" has a list under each
 * goal. The page tells them apart: where the items above go on behind the list, the list was theirs.
 */
export class ListOwners {
  private readonly nested = new Map<string, boolean>();
  private readonly order: Map<DraftNode, number>;
  private readonly nodes: DraftNode[];
  private readonly draft: Draft;
  private measured: Set<DraftNode> | null = null;
  private children: Map<DraftNode, DraftNode[]> | null = null;
  private readonly listsOf = new Map<DraftLevel, number>();

  constructor(draft: Draft) {
    for (const { level, items } of draft.lists)
      if (level && items > 0) this.listsOf.set(level, (this.listsOf.get(level) ?? 0) + 1);
    this.draft = draft;
    this.nodes = draft.nodes;
    this.order = new Map(draft.nodes.map((node, at) => [node, at]));
    for (const list of draft.lists) this.observe(list);
  }

  /** The node that a list belongs to. Parents of all nodes above it must be settled. */
  ownerOf(list: OpenList): DraftNode | null {
    const { before, outer, piece } = list;
    if (!before) return null;
    const named = list.about && this.named(list.about, before);
    if (named) return named;
    if (piece.heading !== null) {
      const byHeading = this.byHeading(list);
      if (byHeading !== undefined) return byHeading;
    }
    if (this.nested.get(pairOf(list))) return before;
    const sibling = this.sibling(list, before);
    if (sibling) return sibling.parent;
    if (list.level?.rank && before.level.rank && before.level.rank > list.level.rank)
      return above(before, list.level.rank);
    if (outer && before.list === outer) return outer.items === 1 && outer.owner === null ? before : outer.owner;
    const owner = this.standsAlone(before) ? before : before.parent;
    return list.kind === "measure" ? this.closedBy(list, owner) : owner;
  }

  /**
   * One list of measures behind the last objective of a priority closes the priority, where the objectives before have none and
   * the page goes on with something else. Parents of all nodes must be settled.
   */
  private closedBy(list: OpenList, owner: DraftNode | null): DraftNode | null {
    this.measured ??= withMeasures(this.draft);
    this.children ??= childrenOf(this.nodes);
    const next = this.nodes[this.order.get(list.before!)! + 1];
    let result = owner;
    for (let at = owner; at?.parent && !(next && isWithin(next, at.parent)); at = at.parent) {
      const before = this.siblingsBefore(at);
      if (before.some((other) => this.measured!.has(other))) return result;
      if (before.length > 0) result = at.parent;
    }
    return result;
  }

  private siblingsBefore(node: DraftNode): DraftNode[] {
    const siblings = this.children!.get(node.parent!)!;
    return siblings.slice(0, siblings.indexOf(node));
  }

  /** "Board Goals" behind "District Goals", each once on the page: families of goals beside one another. */
  private sibling({ level }: OpenList, before: DraftNode): DraftNode | null {
    if (!level || (this.listsOf.get(level) ?? 0) > 1) return null;
    let node: DraftNode | null = before;
    while (node && (node.level === level || !sameNoun(node.level, level))) node = node.parent;
    return node;
  }

  /** The last node above that has the label and number. */
  private named(head: LabelHead, before: DraftNode): DraftNode | null {
    const key = phraseKey(levelName(head.phrase, head.core));
    for (let at = this.order.get(before)!; at >= 0; at--) {
      const { level, code } = this.nodes[at]!;
      if (level.key === key && code && codeKey(code) === codeKey(head.code!)) return this.nodes[at]!;
    }
    return null;
  }

  private observe(list: OpenList): void {
    if (!list.before) return;
    const from = this.order.get(list.before)! + 1;
    let at = from;
    while (at < this.nodes.length && (this.nodes[at]!.list === list || this.nodes[at]!.level.kind === "bullet")) at++;
    const next = this.nodes[at];
    const anew =
      next && list.level?.rank && (list.before.level.rank ?? 0) > list.level.rank && next.list !== list.before.list;
    if (next && next.level === list.before.level && next.list !== list && !anew) this.nested.set(pairOf(list), true);
  }

  /** With headings that carry a rank, a list belongs to the nearest node whose heading is of a higher one. */
  private byHeading(list: OpenList): DraftNode | null | undefined {
    let ranked = false;
    for (let at = this.order.get(list.before!)!; at >= 0; at--) {
      const { heading } = this.nodes[at]!.piece;
      if (heading === null) continue;
      ranked = true;
      if (heading < list.piece.heading!) return this.nodes[at]!;
    }
    if (ranked) return null;
    const outer = list.outer?.piece.heading;
    if (outer == null) return undefined;
    return outer < list.piece.heading! ? undefined : list.outer!.owner;
  }

  /** The only one of its level so far, or one with a label of its own and no sibling before it without such a list. */
  private standsAlone(node: DraftNode): boolean {
    const at = this.order.get(node)!;
    const previous = this.nodes.slice(Math.max(0, at - 1), at)[0];
    return !(previous && previous.level === node.level && previous.parent === node.parent);
  }
}

/** "Professional Practice Goal" beside "Student Achievement Goal". */
export function sameNoun(a: DraftLevel, b: DraftLevel): boolean {
  return a.key.split(" ").at(-1) === b.key.split(" ").at(-1);
}

function isWithin(node: DraftNode, outer: DraftNode): boolean {
  for (let at: DraftNode | null = node; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** The nodes that measures follow, themselves or on one of the nodes in them. */
function withMeasures({ measures }: Draft): Set<DraftNode> {
  const found = new Set<DraftNode>();
  for (const { above } of measures) for (let at = above; at && !found.has(at); at = at.parent) found.add(at);
  return found;
}

/** The nearest node over this one that may hold a level of that rank: no goals stand under a strategy unless the page says so. */
function above(node: DraftNode, rank: number): DraftNode | null {
  let result: DraftNode | null = node;
  while (result && (result.level.rank ?? 0) >= rank) result = result.parent;
  return result;
}

function pairOf(list: OpenList): string {
  return `${list.before!.level.key} > ${list.level?.key ?? `${list.kind} ${list.role ?? ""}`}`;
}
