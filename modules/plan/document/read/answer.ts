import type { Reading, ReadMeasure, ReadNode } from "../reading.ts";
import type { Draft, DraftMeasure, DraftNode } from "./draft.ts";
import { readLevels } from "./levels.ts";
import { readMeasureSentence } from "./sentence.ts";

type Tree = Pick<Reading, "levels" | "statements" | "nodes" | "guardrails" | "measures" | "observations">;

/** The draft in the shape of a reading, with ids in reading order. */
export function answerOf(draft: Draft): Tree & { idOf: (node: DraftNode) => string } {
  const { levels, keys } = readLevels(draft);
  const ids = new Map(draft.nodes.map((node, at): [DraftNode, string] => [node, `n${at + 1}`]));
  const idOf = (node: DraftNode) => ids.get(node)!;
  const guardrails = new Map(draft.guardrails.map((guardrail, at) => [guardrail, `g${at + 1}`]));
  return {
    idOf,
    levels,
    statements: draft.statements.map((statement, at) => ({ id: `s${at + 1}`, ...statement })),
    nodes: draft.nodes.map((node) => nodeOf(node, keys.get(node.level)!, idOf)),
    guardrails: draft.guardrails.map((guardrail) => ({
      id: guardrails.get(guardrail)!,
      code: guardrail.printed,
      text: guardrail.text.text,
      actor: actorOf(guardrail.text.text),
      span: guardrail.span,
    })),
    measures: draft.measures.map((measure, at) =>
      measureOf(measure, `m${at + 1}`, idOf, measure.guardrail ? (guardrails.get(measure.guardrail) ?? null) : null),
    ),
    observations: draft.observations.map(({ node, text, status }) => ({
      nodeId: node ? (ids.get(node) ?? null) : null,
      text: text.text,
      status,
      span: text.span,
    })),
  };
}

function nodeOf(node: DraftNode, level: string, idOf: (node: DraftNode) => string): ReadNode {
  return {
    id: idOf(node),
    level,
    code: node.printed,
    title: node.title?.text ?? null,
    statement: node.statement?.text ?? null,
    parentId: node.parent ? idOf(node.parent) : null,
    placeholder: node.placeholder,
    owner: node.owner?.text ?? null,
    dates: node.dates?.text ?? null,
    phase: node.phase?.text ?? null,
    horizon: node.horizon?.text ?? null,
    tag: node.tag?.text ?? null,
    mark: node.mark,
    amount: node.amount?.text ?? null,
    span: node.span,
  };
}

function measureOf(
  measure: DraftMeasure,
  id: string,
  idOf: (node: DraftNode) => string,
  guardrailId: string | null,
): ReadMeasure {
  return {
    id,
    text: measure.text.text,
    role: measure.role,
    code: measure.printed,
    tag: measure.tag?.text ?? null,
    nodeIds: measure.nodes.map(idOf),
    guardrailId,
    series: measure.series,
    ...readMeasureSentence(measure.text.text),
    span: measure.span,
  };
}

/** "The superintendent" of "The superintendent will not …". */
function actorOf(text: string): string | null {
  return /^((?:The |Our )?[A-Z]?[\w’' ]{1,40}?)\s+(?:will|shall|may|must|can)\s?not\b/i.exec(text)?.[1] ?? null;
}
