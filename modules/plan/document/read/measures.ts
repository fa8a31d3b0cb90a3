import { codeKey } from "./code.ts";
import type { Draft, DraftMeasure, DraftNode } from "./draft.ts";

/** Settles which nodes, or which guardrail, every measure belongs to. */
export function settleMeasures(draft: Draft): void {
  const byCode = new Map<string, DraftNode>();
  for (const node of draft.nodes)
    if (node.code && !byCode.has(codeKey(node.code))) byCode.set(codeKey(node.code), node);
  for (const measure of draft.measures) {
    if (measure.nodes.length > 0) continue;
    const node = measure.guardrail ? null : (byNumber(measure, byCode) ?? ownerOf(measure));
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

function ownerOf(measure: DraftMeasure): DraftNode | null {
  return measure.list ? measure.list.owner : measure.above;
}
