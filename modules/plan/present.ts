/** A version of a plan as a page says it: one tree, built from the flat rows in linear time. Nothing is added to the plan. */

import type { AlignmentRecord, SupporterRecord } from "./alignment/queries.ts";
import type { MeasureRole, StatementKind } from "./document/reading.ts";
import { type Audience, type Level, type OrgKind, type PlanKind, YEAR_UNSAID } from "./domain.ts";
import type { PlanRecord, VersionContentRows, VersionRecord } from "./queries.ts";
import { type LevelName, numberOf, tagOf, tagOfMeasure } from "./tag.ts";

/** Deeper elements stand in a list of this depth, each with the tag of what it lies under, so that no phone runs out of room. */
export const DEEPEST_LIST = 4;

export interface PlanRows {
  content: VersionContentRows;
  alignments: readonly AlignmentRecord[];
  supporters: readonly SupporterRecord[];
}

export interface WhosePlan {
  kind: OrgKind;
  name: string;
}

export interface PlanHead {
  slug: string;
  title: string;
  kind: PlanKind;
  org: WhosePlan;
  audience: Audience;
  version: number;
  /** When it was shown to the public; null for a draft that staff see. */
  shownAt: Date | null;
  /** Both years where the document gives both, else the words it prints. */
  period: { start: string; end: string } | { printed: string } | null;
  /** What the text itself says of its adoption. */
  adoption: string | null;
}

/** An element, as short as a link to it is. */
export interface ElementLink {
  address: string;
  tag: string;
  /** What it is called away from its list: "Goal 1" where the tag says "1". */
  name: string;
  words: string | null;
}

/** An element of another plan. */
export interface ForeignLink extends ElementLink {
  planSlug: string;
  planTitle: string;
}

export interface Ties {
  supports: ForeignLink[];
  answers: { framework: string; code: string }[];
  supportedBy: ForeignLink[];
}

export interface NodeView extends Ties {
  address: string;
  tag: string;
  code: string | null;
  number: string | null;
  level: LevelName;
  title: string | null;
  statement: string | null;
  placeholder: boolean;
  printed: Partial<Record<(typeof PRINTED)[number], string>>;
  /** Years that name it as their work; null where the document names no year. */
  focus: (string | null)[];
  measures: MeasureView[];
  /** Measures that stand elsewhere on the page, under what they prove first. */
  alsoProvenBy: ElementLink[];
  parts: NodeView[];
  /** The tag of what it lies under, where that is too deep to show by indenting. */
  under: string | null;
}

export interface MeasureView {
  address: string;
  tag: string;
  role: MeasureRole;
  text: string;
  note: string | null;
  baseline: string | null;
  target: string | null;
  by: string | null;
  series: SeriesEntry[];
}

export interface SeriesEntry {
  kind: "baseline" | "target" | "actual";
  period: string;
  value: string;
}

export interface StatementView {
  address: string;
  /** Its number among its like; null for the only one of its kind. */
  number: string | null;
  text: string;
  points: PointView[];
}

export interface PointView {
  address: string;
  tag: string;
  text: string;
}

export interface StatementGroup {
  kind: StatementKind;
  /** The named group that promises it. */
  owner: string | null;
  statements: StatementView[];
}

export interface GuardrailView {
  address: string;
  tag: string;
  text: string;
  actor: string | null;
  measures: MeasureView[];
}

export interface PlanView extends PlanHead {
  /** How many elements of each level, top first. */
  counts: { level: LevelName; count: number }[];
  measureCount: number;
  statements: StatementGroup[];
  tops: NodeView[];
  guardrails: GuardrailView[];
  /** Measures that prove no element. */
  aloneMeasures: MeasureView[];
}

export const PRINTED = ["owner", "dates", "phase", "horizon", "tag", "mark", "amount"] as const;

export function presentHead(plan: PlanRecord, version: VersionRecord, org: WhosePlan): PlanHead {
  const { slug, title, kind, audience } = plan;
  const { n, shownAt, periodStart, periodEnd, periodPrinted, adoptionPrinted } = version;
  const [start, end] = [yearOf(periodStart), yearOf(periodEnd)];
  const period = start && end ? { start, end } : periodPrinted === null ? null : { printed: periodPrinted };
  return { slug, title, kind, org, audience, version: n, shownAt, period, adoption: adoptionPrinted };
}

const yearOf = (date: string | null): string | null => /^\d{4}/.exec(date ?? "")?.[0] ?? null;

export function presentPlan(head: PlanHead, rows: PlanRows): PlanView {
  const { content } = rows;
  const parts = partsOf(rows);
  const counts = content.levels.map((level) => ({ level: levelName(level), count: 0, key: level.key }));
  const countOf = new Map(counts.map((each) => [each.key, each]));
  for (const node of content.nodes) {
    const count = countOf.get(node.levelKey);
    if (count) count.count += 1;
  }
  return {
    ...head,
    counts: counts.filter(({ count }) => count > 0).map(({ level, count }) => ({ level, count })),
    measureCount: content.measures.length,
    statements: statementGroups(content.statements),
    tops: parts.treeUnder(null),
    guardrails: content.guardrails.map((row) => parts.guardrail(row)),
    aloneMeasures: content.measures.filter((row) => parts.isAlone(row)).map(measureView),
  };
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
