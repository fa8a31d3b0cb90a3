/**
 * The exact text of one version of a plan: what a board adopts, a fingerprint seals and a plan file carries. It knows elements by
 * their lasting addresses only, so that it is the same in every installation. Lists stand in the order of the plan, parents
 * before their children. Pure.
 */
import type { MeasureRole, ReadLevel, ReadMeasure, StatementKind } from "../document/reading.ts";
import type { VersionContentRows, VersionRecord } from "../queries.ts";
import { inNormalForm } from "./normal-form.ts";

export interface VersionText {
  /** The years it is for: `start` and `end` as precisely as known, `printed` in the words of the document. */
  period: { start: string | null; end: string | null; printed: string } | null;
  levels: TextLevel[];
  statements: TextStatement[];
  nodes: TextNode[];
  guardrails: TextGuardrail[];
  measures: TextMeasure[];
  /** What the plan names as the work of one year; the year as printed, or "unsaid". */
  focus: { year: string; nodes: string[] }[];
}

export interface TextLevel extends Pick<ReadLevel, "key" | "label" | "printed" | "numbering"> {}

export interface TextStatement {
  address: string;
  parent: string | null;
  kind: StatementKind;
  text: string;
  owner: string | null;
}

export interface TextNode {
  address: string;
  parent: string | null;
  /** Key of its level. */
  level: string;
  code: string | null;
  title: string | null;
  statement: string | null;
  placeholder: boolean;
  owner: string | null;
  dates: string | null;
  phase: string | null;
  horizon: string | null;
  tag: string | null;
  mark: "new" | "modified" | "continuing" | null;
  amount: string | null;
}

export interface TextGuardrail {
  address: string;
  code: string | null;
  text: string;
  actor: string | null;
}

export interface TextMeasure {
  address: string;
  role: MeasureRole;
  code: string | null;
  tag: string | null;
  text: string;
  baseline: string | null;
  target: string | null;
  byWhen: string | null;
  series: ReadMeasure["series"];
  /** The guardrail that it watches. */
  guardrail: string | null;
  /** The nodes that it proves. */
  nodes: string[];
}

/** The text of a version, from its row and the rows of its parts. */
export function versionTextOf(version: PeriodColumns, content: VersionContentRows): VersionText {
  const { levels, statements, nodes, guardrails, measures, measureNodes, focus } = content;
  const addresses = new Map(
    [...statements, ...nodes, ...guardrails, ...measures].map(({ elementId, address }) => [elementId, address]),
  );
  const addressOf = (id: string): string => addresses.get(id) as string;
  const parentOf = (id: string | null): string | null => (id === null ? null : addressOf(id));
  const provenBy = Map.groupBy(measureNodes, ({ measureId }) => measureId);
  const years = Map.groupBy(focus, ({ year }) => year);
  return inNormalForm({
    period: periodOf(version),
    levels: levels.map(({ key, label, printed, numbering }) => ({ key, label, printed, numbering })),
    statements: statements.map(({ address, parentId, kind, text, owner }) => ({
      address,
      parent: parentOf(parentId),
      kind: kind as StatementKind,
      text,
      owner,
    })),
    nodes: nodes.map(({ elementId: _, address, parentId, levelKey, mark, ...words }) => ({
      address,
      parent: parentOf(parentId),
      level: levelKey,
      ...words,
      mark: mark as TextNode["mark"],
    })),
    guardrails: guardrails.map(({ address, code, text, actor }) => ({ address, code, text, actor })),
    measures: measures.map(({ elementId, address, role, guardrailId, series, ...words }) => ({
      address,
      role: role as MeasureRole,
      ...words,
      series: series as TextMeasure["series"],
      guardrail: parentOf(guardrailId),
      nodes: (provenBy.get(elementId) ?? []).map(({ nodeId }) => addressOf(nodeId)),
    })),
    focus: [...years].map(([year, rows]) => ({ year, nodes: rows.map(({ nodeId }) => addressOf(nodeId)) })),
  });
}

type PeriodColumns = Pick<VersionRecord, "periodStart" | "periodEnd" | "periodPrinted">;

const periodOf = ({
  periodStart: start,
  periodEnd: end,
  periodPrinted: printed,
}: PeriodColumns): VersionText["period"] => (printed === null ? null : { start, end, printed });
