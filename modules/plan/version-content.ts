/** A reviewed document as the rows of a plan version: what was read, with lasting ids and addresses. Pure. */
import { type Addressed, addressesOf, statementWord } from "./address.ts";
import { type ElementKind, YEAR_UNSAID } from "./domain.ts";
import type { ReviewItem, ReviewState } from "./review/state.ts";
import { childrenOf } from "./review/tree.ts";

export interface VersionContent {
  elements: { id: string; kind: ElementKind; address: string }[];
  levels: { key: string; rank: number; label: string; printed: boolean; numbering: object }[];
  statements: object[];
  nodes: object[];
  guardrails: object[];
  measures: object[];
  measureNodes: { measureId: string; nodeId: string }[];
  focus: { nodeId: string; year: string }[];
}

/**
 * `newId` makes an element's lasting id. Levels that no node uses any more are left out; an item without any words is too
 * (its code alone stays a node).
 */
export function versionContent(state: ReviewState, newId: () => string): VersionContent {
  const items = parentsFirst(state.items);
  const ids = new Map(items.map((item) => [item.id, newId()]));
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  const kinds = new Map(items.map((item) => [item.id, item.kind]));
  const addresses = addressesOf(addressed(items, state));
  const used = new Set(items.map((item) => item.type));
  const ordinals = new Map(items.map((item, at) => [item.id, at + 1]));
  const of = <Kind extends ElementKind>(kind: Kind) =>
    items.filter((item): item is ReviewItem & { kind: Kind } => item.kind === kind);
  const base = (item: ReviewItem) => ({
    elementId: idOf(item.id),
    ordinal: ordinals.get(item.id),
    source: { spans: item.spans },
  });

  return {
    elements: items.map((item) => ({
      id: idOf(item.id) as string,
      kind: item.kind,
      address: addresses.get(item.id) as string,
    })),
    levels: state.levels
      .filter((level) => used.has(level.key))
      .map(({ key, label, printed, numbering }, at) => ({ key, rank: at + 1, label, printed, numbering })),
    statements: of("statement").map((item) => ({
      ...base(item),
      kind: item.type,
      parentId: idOf(item.parentId),
      text: item.text,
      owner: item.printed.owner,
    })),
    nodes: of("node").map((item) => {
      const { owner, dates, phase, horizon, tag, mark, amount } = item.printed;
      const words = { code: item.code, title: item.text, statement: item.body, placeholder: item.placeholder };
      const printed = { owner, dates, phase, horizon, tag, mark, amount };
      return { ...base(item), levelKey: item.type, parentId: idOf(item.parentId), ...words, ...printed };
    }),
    guardrails: of("guardrail").map((item) => ({
      ...base(item),
      code: item.code,
      text: item.text,
      actor: item.printed.actor,
    })),
    measures: of("measure").map((item) => {
      const { tag, baseline, target, by, series } = item.printed;
      const guards = item.parentId !== null && kinds.get(item.parentId) === "guardrail";
      const guardrailId = guards ? idOf(item.parentId) : null;
      return {
        ...base(item),
        role: item.type,
        code: item.code,
        tag,
        text: item.text,
        baseline,
        target,
        byWhen: by,
        series,
        guardrailId,
      };
    }),
    measureNodes: of("measure").flatMap((item) =>
      provenBy(item, kinds).map((id) => ({ measureId: idOf(item.id) as string, nodeId: idOf(id) as string })),
    ),
    focus: focusRows(state, idOf),
  };
}

/** Statements, nodes, guardrails, measures; each after its parent, siblings in order. Wordless leftovers fall away. */
function parentsFirst(items: readonly ReviewItem[]): ReviewItem[] {
  const children = childrenOf(items.filter((item) => item.text !== null || item.kind === "node"));
  const order = { statement: 0, node: 1, guardrail: 2, measure: 3 };
  const walked: ReviewItem[] = [];
  const waiting = [...(children.get(null) ?? [])].reverse();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    walked.push(item);
    waiting.push(...[...(children.get(item.id) ?? [])].reverse());
  }
  return walked.sort((one, other) => order[one.kind] - order[other.kind]);
}

function addressed(items: readonly ReviewItem[], state: ReviewState): Addressed[] {
  const labels = new Map(state.levels.map((level) => [level.key, level.label]));
  const wholes = Map.groupBy(
    items.filter((item) => item.kind === "statement" && item.parentId === null),
    (item) => item.type,
  );
  return items.map(({ id, parentId, code, kind, type }) => {
    if (kind === "node") return { id, parentId, code, word: labels.get(type) ?? "element" };
    // A measure is cited by itself ("measure-4"), not by the node it happens to prove first.
    if (kind !== "statement") return { id, parentId: null, code, word: kind };
    return {
      id,
      parentId,
      code: null,
      word: statementWord(type),
      alone: parentId === null && wholes.get(type)?.length === 1,
    };
  });
}

/** Every node that a measure is hung on, the first one first. */
function provenBy(item: ReviewItem, kinds: ReadonlyMap<string, ElementKind>): string[] {
  const ids = [item.parentId, ...item.alsoProves].filter((id) => id !== null);
  return [...new Set(ids)].filter((id) => kinds.get(id) === "node");
}

function focusRows(state: ReviewState, idOf: (id: string | null) => string | null) {
  const rows = state.focus.flatMap(({ year, nodeIds }) =>
    nodeIds.map((id) => ({ nodeId: idOf(id), year: year ?? YEAR_UNSAID })),
  );
  const known = rows.filter((row): row is { nodeId: string; year: string } => row.nodeId !== null);
  return [...new Map(known.map((row) => [`${row.nodeId} ${row.year}`, row])).values()];
}
