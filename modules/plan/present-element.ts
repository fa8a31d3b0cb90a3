/** One element of a plan with its place in it, for the page at its own address. */
import type { StatementKind } from "./document/reading.ts";
import {
  linkToGuardrail,
  linkToMeasure,
  linkToStatement,
  measureView,
  type NodeRow,
  type PlanRows,
  partsOf,
  statementGroups,
} from "./plan-parts.ts";
import type { ElementLink, GuardrailView, MeasureView, NodeView, PlanHead, PointView } from "./plan-view.ts";

interface Placed {
  head: PlanHead;
  address: string;
  name: string;
  /** The elements that it lies under, the highest first. */
  crumb: ElementLink[];
  /** Its neighbours under the same parent. */
  before: ElementLink | null;
  after: ElementLink | null;
}

export type ElementView = Placed &
  (
    | { kind: "node"; node: NodeView }
    | { kind: "measure"; measure: MeasureView; proves: ElementLink[]; watches: ElementLink | null }
    | { kind: "guardrail"; guardrail: GuardrailView }
    | {
        kind: "statement";
        of: StatementKind;
        owner: string | null;
        text: string;
        points: PointView[];
      }
  );

/** Null if the version says nothing at the address. Addresses are the same in capitals and small letters. */
export function presentElement(head: PlanHead, rows: PlanRows, asked: string): ElementView | null {
  const { nodes, guardrails, measures, statements } = rows.content;
  const isAsked = ({ address }: { address: string }) => address.toLowerCase() === asked.toLowerCase();
  const parts = partsOf(rows);

  const node = nodes.find(isAsked);
  if (node) {
    const view = { ...parts.nodeView(node), parts: parts.treeUnder(node.elementId) };
    const siblings = (parts.children.get(node.parentId) ?? []).map(parts.linkToNode);
    return { ...placed(head, parts.linkToNode(node), siblings), crumb: parentsOf(node), kind: "node", node: view };
  }

  const measure = measures.find(isAsked);
  if (measure) {
    const proves = parts.nodesProvenBy(measure);
    const watches = guardrails.find(({ elementId }) => elementId === measure.guardrailId);
    const fellows = measures.filter((other) => isFellow(other, measure));
    const first = proves[0];
    return {
      ...placed(head, linkToMeasure(measure), fellows.map(linkToMeasure)),
      crumb: first ? [...parentsOf(first), parts.linkToNode(first)] : watches ? [linkToGuardrail(watches)] : [],
      kind: "measure",
      measure: measureView(measure),
      proves: proves.map(parts.linkToNode),
      watches: watches ? linkToGuardrail(watches) : null,
    };
  }

  const guardrail = guardrails.find(isAsked);
  if (guardrail) {
    const view = parts.guardrail(guardrail);
    return {
      ...placed(head, linkToGuardrail(guardrail), guardrails.map(linkToGuardrail)),
      crumb: [],
      kind: "guardrail",
      guardrail: view,
    };
  }

  const statement = statements.find(isAsked);
  if (!statement) return null;
  const fellows = statements.filter(
    (other) =>
      other.kind === statement.kind && other.parentId === statement.parentId && other.owner === statement.owner,
  );
  const whole = statements.find(({ elementId }) => elementId === statement.parentId);
  const [group] = statementGroups(
    statements
      .filter(({ elementId, parentId }) => elementId === statement.elementId || parentId === statement.elementId)
      .map((row) => (row === statement ? { ...row, parentId: null } : row)),
  );
  return {
    ...placed(head, linkToStatement(statement), fellows.map(linkToStatement)),
    crumb: whole ? [linkToStatement(whole)] : [],
    kind: "statement",
    of: statement.kind as StatementKind,
    owner: statement.owner ?? whole?.owner ?? null,
    text: statement.text,
    points: group?.statements[0]?.points ?? [],
  };

  function parentsOf(from: NodeRow): ElementLink[] {
    const found: ElementLink[] = [];
    for (let id = from.parentId; id !== null; ) {
      const parent = parts.nodes.get(id);
      if (!parent) break;
      found.unshift(parts.linkToNode(parent));
      id = parent.parentId;
    }
    return found;
  }

  function isFellow(other: (typeof measures)[number], one: (typeof measures)[number]): boolean {
    const home = (row: typeof one) => row.guardrailId ?? parts.nodesProvenBy(row)[0]?.elementId ?? null;
    return home(other) === home(one);
  }
}

function placed(head: PlanHead, { address, name }: ElementLink, siblings: ElementLink[]) {
  const at = siblings.findIndex((sibling) => sibling.address === address);
  return { head, address, name, before: siblings[at - 1] ?? null, after: siblings[at + 1] ?? null };
}
