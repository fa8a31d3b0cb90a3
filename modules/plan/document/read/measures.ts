import { codeKey } from "./code.ts";
import type { Draft, DraftLevel, DraftMeasure, DraftNode } from "./draft.ts";

/** Settles which nodes, or which guardrail, every measure belongs to. */
export function settleMeasures(draft: Draft): void {
  const byCode = new Map<string, DraftNode>();
  for (const node of draft.nodes)
    if (node.code && !byCode.has(codeKey(node.code))) byCode.set(codeKey(node.code), node);
  const own = itemsWithMeasures(draft);
  for (const measure of draft.measures) {
    if (measure.nodes.length > 0) continue;
    const node = measure.guardrail ? null : (byNumber(measure, byCode) ?? ownerOf(measure, own));
    measure.nodes = node ? [node] : [];
  }
}

/** GPM 2.1 belongs to goal 2. */
function byNumber(measure: DraftMeasure, byCode: Map<string, DraftNode>): DraftNode | null {
  const { code } = measure;
  if (!code) return null;
  for (let length = code.parts.length - 1; length > 0; length--) {
    const node = byCode.get(codeKey(code, length));
    if (node) return node;
  }
  return null;
}

/** Levels whose items are followed by their own measures: one of them stands between two items. */
function itemsWithMeasures(draft: Draft): Set<DraftLevel> {
  const last = new Map<DraftNode | null, DraftNode>();
  for (const node of draft.nodes) last.set(node.parent, node);
  const between = draft.measures.flatMap(({ outside, above }) =>
    outside && above && last.get(above.parent) !== above ? [above.level] : [],
  );
  return new Set(between);
}

function ownerOf(measure: DraftMeasure, own: Set<DraftLevel>): DraftNode | null {
  const { above, outside } = measure;
  if (outside && above?.parent && !own.has(above.level)) return above.parent;
  return measure.list ? measure.list.owner : measure.above;
}
