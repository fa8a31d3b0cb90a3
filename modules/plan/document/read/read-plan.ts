import type { Reading, ReadMeasure, ReadNode } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import type { DraftNode } from "./draft.ts";
import { addGoalMeasures } from "./goal-measures.ts";
import { impliedParents } from "./implied.ts";
import { nameLevels, readLevels } from "./levels.ts";
import { settleMeasures } from "./measures.ts";
import { findMotto } from "./motto.ts";
import { settleParents } from "./parents.ts";
import { spanOf } from "./piece.ts";
import { mergeRepeats } from "./repeats.ts";
import { readReport } from "./report.ts";
import { seePieces } from "./see.ts";
import { lookAround } from "./surroundings.ts";
import { Walk } from "./walk.ts";
import { toPieces } from "./wrap.ts";

/**
 * Reads the plan that a document holds. Pure and deterministic; every string it answers stands in the document, and every
 * line of the document is either placed or named in `left`.
 */
export function readPlan(source: SourceDocument): Reading {
  const pieces = seePieces(toPieces(source));
  const around = lookAround(source, pieces);
  const draft = around.isReport ? readReport(pieces, around) : new Walk(pieces, around).walk();
  findMotto(pieces, draft);
  settleParents(draft);
  impliedParents(draft);
  mergeRepeats(draft);
  nameLevels(draft, around.announced);
  settleMeasures(draft);
  addGoalMeasures(draft);
  const { levels, keys } = readLevels(draft);
  const ids = new Map(draft.nodes.map((node, at): [DraftNode, string] => [node, `n${at + 1}`]));
  const guardrailIds = new Map(draft.guardrails.map((guardrail, at) => [guardrail, `g${at + 1}`]));
  return {
    title: null,
    org: null,
    period: null,
    adoption: null,
    levels,
    statements: draft.statements.map((statement, at) => ({ id: `s${at + 1}`, ...statement })),
    nodes: draft.nodes.map(
      (node): ReadNode => ({
        id: ids.get(node)!,
        level: keys.get(node.level)!,
        code: node.printed,
        title: node.title?.text ?? null,
        statement: node.statement?.text ?? null,
        parentId: node.parent ? ids.get(node.parent)! : null,
        placeholder: node.placeholder,
        owner: node.owner?.text ?? null,
        dates: node.dates?.text ?? null,
        phase: node.phase?.text ?? null,
        horizon: node.horizon?.text ?? null,
        tag: node.tag?.text ?? null,
        mark: node.mark,
        amount: node.amount?.text ?? null,
        span: node.span,
      }),
    ),
    guardrails: draft.guardrails.map((guardrail) => ({
      id: guardrailIds.get(guardrail)!,
      code: guardrail.printed,
      text: guardrail.text.text,
      actor: null,
      span: guardrail.span,
    })),
    measures: draft.measures.map(
      (measure, at): ReadMeasure => ({
        id: `m${at + 1}`,
        text: measure.text.text,
        role: measure.role,
        code: measure.printed,
        tag: measure.tag?.text ?? null,
        nodeIds: measure.nodes.map((node) => ids.get(node)!),
        guardrailId: measure.guardrail ? guardrailIds.get(measure.guardrail)! : null,
        series: measure.series,
        baseline: null,
        target: null,
        by: null,
        span: measure.span,
      }),
    ),
    focus: [],
    observations: draft.observations.map(({ node, text, status }) => ({
      nodeId: node ? (ids.get(node) ?? null) : null,
      text: text.text,
      status,
      span: text.span,
    })),
    left: [...draft.left].map(([piece, reason]) => ({ text: piece.text, reason, span: spanOf(piece) })),
    warnings: [],
  };
}
