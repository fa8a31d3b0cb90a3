/** Every element of a plan as one entry of an index: what it is called, what it says, where it stands. Pure. */
import { linkToMeasure, type NodeRow, type PlanRows, partsOf } from "../plan-parts.ts";
import { type ElementLink, PRINTED } from "../plan-view.ts";
import type { LevelName } from "../tag.ts";

/** What kind of element an entry is, as far as its heading needs it. */
export type EntryKind =
  | { is: "node"; level: LevelName }
  | { is: "measure" }
  | { is: "guardrail" }
  | { is: "statement"; of: string };

export interface Entry {
  id: string;
  kind: EntryKind;
  address: string;
  tag: string;
  /** What it is called away from its list: "Strategy 3.2". */
  name: string;
  /** A node's title. */
  title: string | null;
  text: string | null;
  /** What is printed beside it: its owner, its dates, its numbers. */
  beside: string[];
}

export interface Index {
  entries: Entry[];
  /** What an element lies under, the highest first; at most the four nearest, however deep the plan is. */
  pathOf: (entry: Entry) => ElementLink[];
}

const MOST_STEPS = 4;

export function indexOf(rows: PlanRows): Index {
  const { statements, nodes, guardrails, measures } = rows.content;
  const parts = partsOf(rows);
  const said = (values: (string | null | undefined)[]) =>
    values.filter((value) => value !== null && value !== undefined);

  const entries: Entry[] = [
    ...statements.map(({ elementId: id, address, kind, text, owner }) => ({
      ...{ id, address, text, kind: { is: "statement" as const, of: kind } },
      ...{ tag: address, name: address, title: null, beside: said([owner]) },
    })),
    ...nodes.map((node): Entry => {
      const { address, tag, name, words } = parts.linkToNode(node);
      const { level, statement } = parts.nodeView(node);
      const beside = said(PRINTED.filter((key) => key !== "mark").map((key) => node[key]));
      const kind = { is: "node", level } as const;
      return { id: node.elementId, address, tag, name, kind, title: words, text: statement, beside };
    }),
    ...guardrails.map((row): Entry => {
      const { address, tag, text, actor } = parts.guardrail(row);
      const name = row.code ?? address;
      return {
        id: row.elementId,
        address,
        tag,
        name,
        kind: { is: "guardrail" },
        title: null,
        text,
        beside: said([actor]),
      };
    }),
    ...measures.map((row): Entry => {
      const { address, tag, name, words } = linkToMeasure(row);
      const beside = said([row.tag, row.baseline, row.target, row.byWhen]);
      return { id: row.elementId, address, tag, name, kind: { is: "measure" }, title: null, text: words, beside };
    }),
  ];

  const statementsById = new Map(statements.map((row) => [row.elementId, row]));
  const guardrailsById = new Map(guardrails.map((row) => [row.elementId, row]));
  const measuresById = new Map(measures.map((row) => [row.elementId, row]));

  function over(node: NodeRow | undefined): ElementLink[] {
    const found: ElementLink[] = [];
    for (let at = node; at && found.length < MOST_STEPS; at = at.parentId ? parts.nodes.get(at.parentId) : undefined) {
      found.unshift(parts.linkToNode(at));
    }
    return found;
  }

  function pathOf({ id, kind }: Entry): ElementLink[] {
    if (kind.is === "node") {
      const parentId = parts.nodes.get(id)?.parentId ?? null;
      return parentId === null ? [] : over(parts.nodes.get(parentId));
    }
    if (kind.is === "measure") {
      const row = measuresById.get(id);
      const guards = row?.guardrailId ? guardrailsById.get(row.guardrailId) : undefined;
      if (guards) return [plainLink(guards.address, guards.code, guards.text)];
      return row ? over(parts.nodesProvenBy(row)[0]) : [];
    }
    if (kind.is === "statement") {
      const whole = statementsById.get(statementsById.get(id)?.parentId ?? "");
      return whole ? [plainLink(whole.address, null, whole.text)] : [];
    }
    return [];
  }

  return { entries, pathOf };
}

const plainLink = (address: string, code: string | null, words: string): ElementLink => {
  const name = code ?? address;
  return { address, name, tag: name, words };
};
