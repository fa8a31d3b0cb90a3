/**
 * A document under review: what was read, as a tree that a person puts right. It is the reading with steps applied, so it can
 * be left and found again, undone, and told to anyone who asks what the reader said and what the reviewer changed.
 */
import type {
  LeftReason,
  MeasureRole,
  Reading,
  ReadLevel,
  ReadMeasure,
  ReadNode,
  ReadStatement,
  ReadWarning,
  Span,
  StatementKind,
} from "../document/reading.ts";

/** What an item is. A node's `type` is the key of its level. */
export type ItemType =
  | { kind: "node"; type: string }
  | { kind: "statement"; type: StatementKind }
  | { kind: "guardrail"; type: "guardrail" }
  | { kind: "measure"; type: MeasureRole };

/** What is printed with an item besides its words; kept through every change, shown where it applies. */
export interface Printed {
  owner: string | null;
  dates: string | null;
  phase: string | null;
  horizon: string | null;
  tag: string | null;
  mark: ReadNode["mark"];
  amount: string | null;
  actor: string | null;
  baseline: string | null;
  target: string | null;
  by: string | null;
  series: ReadMeasure["series"];
}

/**
 * One element, in the order of the tree: siblings stand in the order of the list. A node's parent is a node; a point's is its
 * statement; a measure's is the node (or guardrail) it proves.
 */
export type ReviewItem = ItemType & {
  id: string;
  parentId: string | null;
  code: string | null;
  /** A node's title, everything else's words. Null where only a code is printed. */
  text: string | null;
  /** What follows a node's title. */
  body: string | null;
  placeholder: boolean;
  /** Further nodes that a measure proves. */
  alsoProves: string[];
  printed: Printed;
  spans: Span[];
};

export interface LeftLine {
  id: string;
  text: string;
  reason: LeftReason | "set_aside";
  span: Span;
  /** A person has said that it stays aside. */
  decided: boolean;
}

export interface ReviewState {
  title: string | null;
  org: string | null;
  period: Reading["period"];
  adoption: Reading["adoption"];
  levels: ReadLevel[];
  items: ReviewItem[];
  left: LeftLine[];
  focus: Reading["focus"];
  observations: Reading["observations"];
  warnings: (ReadWarning & { noted: boolean })[];
}

const NOTHING_PRINTED: Printed = {
  owner: null,
  dates: null,
  phase: null,
  horizon: null,
  tag: null,
  mark: null,
  amount: null,
  actor: null,
  baseline: null,
  target: null,
  by: null,
  series: [],
};

export const newItem = (item: ItemType & { id: string; text: string | null; spans: Span[] }): ReviewItem => ({
  parentId: null,
  code: null,
  body: null,
  placeholder: false,
  alsoProves: [],
  printed: NOTHING_PRINTED,
  ...item,
});

/** Where a review begins: the reading, as it came. */
export function stateOf(reading: Reading): ReviewState {
  const { title, org, period, adoption, levels, focus, observations } = reading;
  return {
    title,
    org,
    period,
    adoption,
    levels,
    focus,
    observations,
    items: [
      ...reading.statements.flatMap(statementItems),
      ...reading.nodes.map(nodeItem),
      ...reading.guardrails.map((guardrail) => ({
        ...newItem({
          kind: "guardrail",
          type: "guardrail",
          id: guardrail.id,
          text: guardrail.text,
          spans: [guardrail.span],
        }),
        code: guardrail.code,
        printed: { ...NOTHING_PRINTED, actor: guardrail.actor },
      })),
      ...reading.measures.map(measureItem),
    ],
    left: reading.left.map((line, at) => ({ ...line, id: `x${at + 1}`, decided: false })),
    warnings: gathered(reading.warnings).map((warning) => ({ ...warning, noted: false })),
  };
}

/** The same thing said of several places is one warning with several places. */
function gathered(warnings: readonly ReadWarning[]): ReadWarning[] {
  const byWords = new Map<string, ReadWarning>();
  for (const warning of warnings) {
    const words = JSON.stringify([warning.kind, warning.values]);
    const before = byWords.get(words);
    byWords.set(words, before ? { ...before, spans: [...before.spans, ...warning.spans] } : warning);
  }
  return [...byWords.values()];
}

function statementItems(statement: ReadStatement): ReviewItem[] {
  const { id, kind, text, owner, span, children } = statement;
  const whole = newItem({ kind: "statement", type: kind, id, text, spans: [span] });
  const points = children.map((point, at) => ({
    ...newItem({ kind: "statement", type: kind, id: `${id}.${at + 1}`, text: point.text, spans: [point.span] }),
    parentId: id,
  }));
  return [{ ...whole, printed: { ...NOTHING_PRINTED, owner } }, ...points];
}

function nodeItem(node: ReadNode): ReviewItem {
  const { id, level, code, title, statement, parentId, placeholder, span } = node;
  const { owner, dates, phase, horizon, tag, mark, amount } = node;
  return {
    ...newItem({ kind: "node", type: level, id, text: title, spans: [span] }),
    parentId,
    code,
    body: statement,
    placeholder,
    printed: { ...NOTHING_PRINTED, owner, dates, phase, horizon, tag, mark, amount },
  };
}

function measureItem(measure: ReadMeasure): ReviewItem {
  const { id, role, text, code, tag, nodeIds, guardrailId, series, baseline, target, by, span } = measure;
  const [first = null, ...others] = nodeIds;
  return {
    ...newItem({ kind: "measure", type: role, id, text, spans: [span] }),
    parentId: first ?? guardrailId,
    code,
    alsoProves: others,
    printed: { ...NOTHING_PRINTED, tag, baseline, target, by, series },
  };
}
