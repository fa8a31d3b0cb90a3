import type { Draft, DraftNode } from "./draft.ts";
import { isMeasurable } from "./figures.ts";
import type { Excerpt } from "./piece.ts";

/** A goal whose own sentence has a target is a measure too; a strategy, an action or a bare item never is. */
export function addGoalMeasures(draft: Draft): void {
  const known = new Set(
    draft.measures.flatMap((measure) => measure.nodes.map((node) => `${node.span.start} ${measure.text.text}`)),
  );
  for (const node of draft.nodes) {
    if (!mayMeasure(node) || known.has(`${node.span.start} ${node.title!.text}`)) continue;
    const sentence = [node.title!, node.statement].find((words) => words !== null && isMeasurable(words.text));
    if (sentence) draft.measures.push(measureOf(node, sentence));
  }
}

function mayMeasure(node: DraftNode): boolean {
  return (
    node.title !== null && node.level.kind !== "bullet" && node.level.kind !== "theme" && (node.level.rank ?? 9) <= 3
  );
}

export function measureOf(node: DraftNode, text: Excerpt): Draft["measures"][number] {
  return {
    text,
    role: "goal",
    code: null,
    printed: null,
    tag: null,
    list: null,
    above: node,
    outside: false,
    nodes: [node],
    guardrail: null,
    series: [],
    span: text.span,
  };
}
