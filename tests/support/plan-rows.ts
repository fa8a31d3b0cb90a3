/** Rows of a plan's version, made by hand as the database would give them: what a story does not name is not said. */

import type { PlanRows } from "#modules/plan/plan-parts.ts";
import type { PlanHead } from "#modules/plan/plan-view.ts";
import type { VersionContentRows } from "#modules/plan/queries.ts";

type Row<Part extends keyof VersionContentRows> = VersionContentRows[Part][number];
type Named<R> = Partial<R> & { elementId: string };

export interface Told {
  levels?: string[];
  nodes?: Named<Row<"nodes">>[];
  statements?: Named<Row<"statements">>[];
  guardrails?: Named<Row<"guardrails">>[];
  measures?: Named<Row<"measures">>[];
  /** [measure, node] */
  proves?: [string, string][];
  focus?: [node: string, year: string][];
  alignments?: PlanRows["alignments"];
  supporters?: PlanRows["supporters"];
}

const UNSAID = { owner: null, dates: null, phase: null, horizon: null, tag: null, mark: null, amount: null };

export function planRows(told: Told): PlanRows {
  const { levels = ["Goal", "Strategy", "Action"], alignments = [], supporters = [] } = told;
  const address = ({ elementId }: { elementId: string }) => elementId;
  return {
    alignments,
    supporters,
    content: {
      levels: levels.map((label, at) => ({ key: label, rank: at + 1, label, printed: true, numbering: NUMBERING })),
      nodes: (told.nodes ?? []).map((row) => ({
        ...{ address: address(row), parentId: null, levelKey: levels[0] ?? "", code: null, title: address(row) },
        ...{ statement: null, placeholder: false, ...UNSAID, ...row },
      })),
      statements: (told.statements ?? []).map((row) => ({
        ...{ address: address(row), kind: "value", parentId: null, text: address(row), owner: null, ...row },
      })),
      guardrails: (told.guardrails ?? []).map((row) => ({
        ...{ address: address(row), code: null, text: address(row), actor: null, ...row },
      })),
      measures: (told.measures ?? []).map((row) => ({
        ...{ address: address(row), role: "kpi", code: null, tag: null, text: address(row), baseline: null },
        ...{ target: null, byWhen: null, series: [], guardrailId: null, ...row },
      })),
      measureNodes: (told.proves ?? []).map(([measureId, nodeId]) => ({ measureId, nodeId })),
      focus: (told.focus ?? []).map(([nodeId, year]) => ({ nodeId, year })),
    },
  };
}

const NUMBERING = { style: "none", inherits: false, separator: "", restart: "per_parent", prefix: null } as const;

export const HEAD: PlanHead = {
  slug: "river",
  title: "The river plan",
  kind: "strategic",
  org: { kind: "district", name: "Haywater Public Schools" },
  audience: "public",
  version: 1,
  status: "draft",
  decisions: [],
  until: null,
  shownAt: new Date("2026-11-20T15:00:00Z"),
  period: { start: "2026", end: "2031" },
  adoption: null,
};
