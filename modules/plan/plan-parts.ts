/** The flat rows of a version, joined into what a page says of each of its elements, in linear time. Pure. */
import type { AlignmentRecord, SupporterRecord } from "./alignment/queries.ts";
import type { MeasureRole, StatementKind } from "./document/reading.ts";
import { type Level, YEAR_UNSAID } from "./domain.ts";
import type {
  ElementLink,
  ForeignLink,
  GuardrailView,
  MeasureView,
  NodeView,
  SeriesEntry,
  StatementGroup,
  StatementView,
  Ties,
} from "./plan-view.ts";
import { DEEPEST_LIST, PRINTED } from "./plan-view.ts";
import type { VersionContentRows } from "./queries.ts";
import { type LevelName, numberOf, tagOf, tagOfMeasure } from "./tag.ts";

export interface PlanRows {
  content: VersionContentRows;
  alignments: readonly AlignmentRecord[];
  supporters: readonly SupporterRecord[];
}

export type NodeRow = VersionContentRows["nodes"][number];
export type MeasureRow = VersionContentRows["measures"][number];
export type GuardrailRow = VersionContentRows["guardrails"][number];
type StatementRow = VersionContentRows["statements"][number];

export const levelName = ({ label, printed }: Pick<Level, "label" | "printed">): LevelName => ({ label, printed });

/** The rows, joined by maps: whatever is asked of them afterwards costs what it answers. */
export function partsOf({ content, alignments, supporters }: PlanRows) {
  const levels = new Map(content.levels.map((level) => [level.key, levelName(level)]));
  const nodes = new Map(content.nodes.map((node) => [node.elementId, node]));
  const children = grouped(content.nodes, (node) => node.parentId);
  const measures = new Map(content.measures.map((measure) => [measure.elementId, measure]));
  const links = content.measureNodes.filter(({ measureId, nodeId }) => measures.has(measureId) && nodes.has(nodeId));
  const nodesOf = grouped(inOrderOf(content.nodes, links, "nodeId"), ({ measureId }) => measureId);
  const measuresOf = grouped(inOrderOf(content.measures, links, "measureId"), ({ nodeId }) => nodeId);
  const watching = grouped(content.measures, (measure) => measure.guardrailId);
  const focus = grouped(content.focus, (row) => row.nodeId);
  const outward = grouped(alignments, (row) => row.elementId);
  const inward = grouped(supporters, (row) => row.toElementId);

  const levelOf = (node: NodeRow): LevelName => levels.get(node.levelKey) ?? { label: node.levelKey, printed: false };
  const tagOfNode = (node: NodeRow): string => tagOf(node.code, levelOf(node).label, node.address);
  const linkToNode = (node: NodeRow): ElementLink => ({
    address: node.address,
    tag: tagOfNode(node),
    name: node.code ?? tagOfNode(node),
    words: node.title,
  });

  function tiesOf(elementId: string): Ties {
    const own = outward.get(elementId) ?? [];
    return {
      supports: own.flatMap(({ to }) => (to === null ? [] : [foreign(to.planSlug, to.planTitle, to)])),
      answers: own.flatMap(({ framework, frameworkCode }) =>
        framework === null || frameworkCode === null ? [] : [{ framework, code: frameworkCode }],
      ),
      supportedBy: (inward.get(elementId) ?? []).map((row) => foreign(row.planSlug, row.planTitle, row)),
    };
  }

  function nodeView(node: NodeRow): NodeView {
    const { address, code, title, statement, placeholder, elementId } = node;
    const level = levelOf(node);
    const printed: NodeView["printed"] = {};
    for (const key of PRINTED) if (node[key]) printed[key] = node[key];
    const proving = (measuresOf.get(elementId) ?? []).map(({ measureId }) => measures.get(measureId) as MeasureRow);
    const isHome = (measure: MeasureRow) => nodesOf.get(measure.elementId)?.[0]?.nodeId === elementId;
    return {
      address,
      code,
      title,
      statement,
      placeholder,
      level,
      printed,
      tag: tagOfNode(node),
      number: numberOf(code, level.label),
      focus: (focus.get(elementId) ?? []).map(({ year }) => (year === YEAR_UNSAID ? null : year)),
      measures: proving.filter(isHome).map(measureView),
      alsoProvenBy: proving.filter((measure) => !isHome(measure)).map(linkToMeasure),
      parts: [],
      under: null,
      ...tiesOf(elementId),
    };
  }

  /** Everything below a node (null: the whole plan), without recursion: a tree may be as deep as a document made it. */
  function treeUnder(rootId: string | null): NodeView[] {
    const tops: NodeView[] = [];
    const shownAt = new Map<string, { list: NodeView[]; depth: number; tag: string | null }>();
    const waiting = [...(children.get(rootId) ?? [])].reverse();
    const roots = new Set(waiting);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const view = nodeView(node);
      const place = roots.has(node) ? undefined : shownAt.get(node.parentId as string);
      const depth = place === undefined ? 0 : place.depth + 1;
      view.under = depth > DEEPEST_LIST ? (place?.tag ?? null) : null;
      (place?.list ?? tops).push(view);
      const list = depth >= DEEPEST_LIST ? (place?.list ?? tops) : view.parts;
      shownAt.set(node.elementId, { list, depth, tag: view.tag });
      const below = children.get(node.elementId) ?? [];
      for (let at = below.length - 1; at >= 0; at -= 1) waiting.push(below[at] as NodeRow);
    }
    return tops;
  }

  return {
    nodes,
    children,
    nodeView,
    treeUnder,
    linkToNode,
    nodesProvenBy: (measure: MeasureRow): NodeRow[] =>
      (nodesOf.get(measure.elementId) ?? []).map(({ nodeId }) => nodes.get(nodeId) as NodeRow),
    isAlone: (measure: MeasureRow): boolean => measure.guardrailId === null && !nodesOf.has(measure.elementId),
    guardrail: (row: GuardrailRow): GuardrailView => ({
      address: row.address,
      tag: tagOf(row.code, "Guardrail", row.address),
      text: row.text,
      actor: row.actor,
      measures: (watching.get(row.elementId) ?? []).map(measureView),
    }),
  };
}

export function measureView(row: MeasureRow): MeasureView {
  const { address, text, tag, baseline, target, byWhen } = row;
  return {
    address,
    text,
    baseline,
    target,
    tag: tagOfMeasure(row.code, address),
    role: row.role as MeasureRole,
    note: tag,
    by: byWhen,
    series: row.series as unknown as SeriesEntry[],
  };
}

export const linkToMeasure = (row: MeasureRow): ElementLink => ({
  address: row.address,
  tag: tagOfMeasure(row.code, row.address),
  name: row.code ?? tagOfMeasure(null, row.address),
  words: row.text,
});

export const linkToGuardrail = (row: { address: string; code: string | null; text: string }): ElementLink => ({
  address: row.address,
  tag: tagOf(row.code, "Guardrail", row.address),
  name: row.code ?? row.address,
  words: row.text,
});

export const linkToStatement = ({ address, text }: { address: string; text: string }): ElementLink => ({
  address,
  tag: address,
  name: address,
  words: text,
});

/** Statements of one kind by one group stand together, in the order in which the document brings them first. */
export function statementGroups(rows: readonly StatementRow[]): StatementGroup[] {
  const groups = new Map<string, StatementGroup>();
  const wholes = new Map<string, StatementView>();
  for (const { elementId, address, kind, owner, text, parentId } of rows) {
    if (parentId !== null) {
      wholes.get(parentId)?.points.push({ address, text, tag: /[^.]+$/.exec(address)?.[0] ?? address });
      continue;
    }
    const whole: StatementView = { address, text, number: /-(\d+)$/.exec(address)?.[1] ?? null, points: [] };
    wholes.set(elementId, whole);
    const key = `${kind} ${owner ?? ""}`;
    const group = groups.get(key) ?? { kind: kind as StatementKind, owner, statements: [] };
    groups.set(key, group);
    group.statements.push(whole);
  }
  return [...groups.values()];
}

function foreign(
  planSlug: string,
  planTitle: string,
  to: { address: string; code: string | null; title: string | null },
): ForeignLink {
  const { address, code, title } = to;
  const name = code ?? tagOf(null, "", address);
  return { planSlug, planTitle, address, name, tag: name, words: title };
}

type MeasureLink = VersionContentRows["measureNodes"][number];

/** The links in the order in which the plan says one of their ends. */
function inOrderOf(
  rows: readonly { elementId: string }[],
  links: readonly MeasureLink[],
  end: "nodeId" | "measureId",
): MeasureLink[] {
  const byEnd = grouped(links, (link) => link[end]);
  return rows.flatMap((row) => byEnd.get(row.elementId) ?? []);
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
