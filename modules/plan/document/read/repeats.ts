import { codeKey } from "./code.ts";
import type { Draft, DraftNode } from "./draft.ts";
import { type Excerpt, joinSpans } from "./piece.ts";
import { sameKey } from "./words.ts";

/**
 * A page that prints its items twice (short and long, as bullets and as lines) means them once; an item that recurs under
 * another parent stays.
 */
export function mergeRepeats(draft: Draft): void {
  const children = childrenOf(draft.nodes);
  const gone = new Map<DraftNode, DraftNode>();
  foldSummaries(draft, children, gone);
  const roots = draft.nodes.filter((node) => node.parent === null && !gone.has(node));
  let rank: DraftNode[][] = [roots];
  while (rank.length > 0) {
    const below: DraftNode[][] = [];
    for (const siblings of rank) {
      mergeSiblings(siblings, children, gone);
      for (const node of siblings) {
        const kids = gone.has(node) ? [] : (children.get(node) ?? []);
        if (kids.length > 0) below.push(kids);
      }
    }
    rank = below;
  }
  if (gone.size > 0) replace(draft, gone);
}

function mergeSiblings(
  siblings: DraftNode[],
  children: Map<DraftNode, DraftNode[]>,
  gone: Map<DraftNode, DraftNode>,
): void {
  const seen = new Map<string, DraftNode>();
  for (const node of siblings) {
    const key = keyOf(node);
    if (key === null || gone.has(node)) continue;
    const twin = seen.get(key);
    if (!twin || !mayBeOne(twin, node)) {
      seen.set(key, node);
      continue;
    }
    const kept = prefer(twin, node, children);
    const lost = kept === twin ? node : twin;
    merge(kept, lost, children, gone);
    seen.set(key, kept);
  }
}

/** A list of leaves at the top whose titles, or codes, all stand elsewhere too: a summary or a row of links. */
function foldSummaries(draft: Draft, children: Map<DraftNode, DraftNode[]>, gone: Map<DraftNode, DraftNode>): void {
  const byTitle = new Map<string, DraftNode[]>();
  for (const node of draft.nodes) {
    const key = node.title && sameKey(node.title.text);
    if (key) byTitle.set(key, [...(byTitle.get(key) ?? []), node]);
  }
  for (const run of leafRuns(draft.nodes, children)) {
    const members = new Set(run);
    const twins = run.map((node) =>
      (byTitle.get(sameKey(node.title?.text ?? "")) ?? []).find((other) => !members.has(other) && !gone.has(other)),
    );
    if (run.length < 2 || twins.some((twin) => !twin)) continue;
    for (const [at, node] of run.entries())
      if (twins[at]!.parent !== null || prefer(twins[at]!, node, children) === twins[at])
        merge(twins[at]!, node, children, gone);
  }
}

function leafRuns(nodes: DraftNode[], children: Map<DraftNode, DraftNode[]>): DraftNode[][] {
  const runs: DraftNode[][] = [];
  for (const node of nodes) {
    if (node.parent !== null || children.has(node) || !node.title || node.statement) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && last.level === node.level && last.list === node.list && node.piece.at - last.piece.at <= 2)
      runs.at(-1)!.push(node);
    else runs.push([node]);
  }
  return runs;
}

function keyOf(node: DraftNode): string | null {
  return node.title ? sameKey(node.title.text) : null;
}

/** One name under one parent is one node, unless two codes of one kind tell them apart. */
function mayBeOne(a: DraftNode, b: DraftNode): boolean {
  if (a.level.kind === "year") return false;
  if (a.code && b.code && codeKey(a.code) !== codeKey(b.code)) return false;
  return a.level === b.level || a.level.kind !== "word" || b.level.kind !== "word";
}

/** A labelled code wins over a bare one, the one that holds something over a leaf, the first over the second. */
function prefer(a: DraftNode, b: DraftNode, children: Map<DraftNode, DraftNode[]>): DraftNode {
  const weight = (node: DraftNode) =>
    (node.level.kind === "word" ? 4 : 0) -
    (node.path.length > 0 ? 4 : 0) +
    (node.printed && node.printed !== node.code?.printed ? 2 : node.printed ? 1 : 0) +
    ((children.get(node)?.length ?? 0) > 0 ? 3 : 0) +
    (node.statement ? 1 : 0);
  return weight(b) > weight(a) ? b : a;
}

function merge(
  kept: DraftNode,
  lost: DraftNode,
  children: Map<DraftNode, DraftNode[]>,
  gone: Map<DraftNode, DraftNode>,
): void {
  gone.set(lost, kept);
  kept.statement ??= lost.statement;
  kept.tag ??= lost.tag;
  kept.owner ??= lost.owner;
  kept.amount ??= lost.amount;
  kept.dates ??= lost.dates;
  kept.mark ??= lost.mark;
  if (lost.statement && kept.statement === lost.statement) kept.span = joinSpans(kept.span, lost.statement.span);
  for (const child of children.get(lost) ?? []) child.parent = kept;
  if (children.has(lost)) children.set(kept, [...(children.get(kept) ?? []), ...children.get(lost)!]);
}

/** What the second print says beside its node, where the first says something else there. */
function otherWords(lost: DraftNode, kept: DraftNode): Excerpt[] {
  return (["statement", "owner", "amount", "dates"] as const).flatMap((field) => {
    const words = lost[field];
    return words && sameKey(words.text) !== sameKey(kept[field]?.text ?? "") ? [words] : [];
  });
}

function replace(draft: Draft, gone: Map<DraftNode, DraftNode>): void {
  const final = (node: DraftNode): DraftNode => (gone.has(node) ? final(gone.get(node)!) : node);
  for (const node of gone.keys()) {
    draft.left.set(node.piece, "repeated");
    draft.leftWords.push(...otherWords(node, final(node)));
  }
  draft.nodes = draft.nodes.filter((node) => !gone.has(node));
  for (const node of draft.nodes) if (node.parent) node.parent = final(node.parent);
  for (const measure of draft.measures) {
    if (measure.above) measure.above = final(measure.above);
    measure.nodes = [...new Set(measure.nodes.map(final))];
  }
  for (const list of draft.lists) if (list.owner) list.owner = final(list.owner);
  for (const level of draft.levels.values()) level.nodes = level.nodes.filter((node) => !gone.has(node));
}

export function childrenOf(nodes: DraftNode[]): Map<DraftNode, DraftNode[]> {
  const children = new Map<DraftNode, DraftNode[]>();
  for (const node of nodes) {
    if (!node.parent) continue;
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}
