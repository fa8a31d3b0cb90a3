/** A draft as rows of a tree, built in one walk over each of its lists. Pure. */
import type { StatementKind } from "../document/reading.ts";
import { tagOf, tagOfMeasure } from "../tag.ts";
import type { VersionText } from "../text/version-text.ts";
import type { EditedKind } from "./edit.ts";
import { listOf, parentOf } from "./standing.ts";

export interface Row {
  element: EditedKind;
  address: string;
  /** Null for a statement, which is called by its kind in the reader's language; its points are called nothing. */
  tag: string | null;
  statement: StatementKind | null;
  /** Null: a code alone. */
  text: string | null;
  /** Named here, while its words stand elsewhere. */
  placeholder: boolean;
}

export interface TreeRow extends Row {
  rows: TreeRow[];
}

export interface Section {
  element: EditedKind;
  rows: TreeRow[];
}

/** By address. */
export function rowsOf({ levels, statements, nodes, guardrails, measures }: VersionText): Map<string, Row> {
  const labels = new Map(levels.map(({ key, label }) => [key, label]));
  const plain = { statement: null, placeholder: false };
  const rows: Row[] = [
    ...statements.map(({ address, parent, kind, text }) => ({
      ...{ ...plain, element: "statement" as const, address, tag: null, text },
      statement: parent === null ? kind : null,
    })),
    ...nodes.map(({ address, code, level, title, statement, placeholder }) => ({
      ...{ ...plain, element: "node" as const, address, tag: tagOf(code, labels.get(level) ?? "", address) },
      ...{ text: title ?? statement, placeholder },
    })),
    ...guardrails.map(({ address, code, text }) => ({
      ...{ ...plain, element: "guardrail" as const, address, tag: tagOf(code, "Guardrail", address), text },
    })),
    ...measures.map(({ address, code, text }) => ({
      ...{ ...plain, element: "measure" as const, address, tag: tagOfMeasure(code, address), text },
    })),
  ];
  return new Map(rows.map((row) => [row.address, row]));
}

/** A measure hangs on the first that it proves or watches; those that hang on nothing stand by themselves. */
export function sectionsOf(text: VersionText, rows: ReadonlyMap<string, Row>): Section[] {
  const placed = new Map<string, TreeRow>();
  const tops: Record<EditedKind, TreeRow[]> = { statement: [], node: [], guardrail: [], measure: [] };
  const grow = (element: EditedKind, address: string, parent: string | null): void => {
    const row = { ...(rows.get(address) as Row), rows: [] };
    placed.set(address, row);
    const under = parent === null ? undefined : placed.get(parent);
    (under?.rows ?? tops[element]).push(row);
  };
  // How a goal is known stands before what is done about it.
  const homes = Map.groupBy(text.measures, ({ guardrail, nodes }) => guardrail ?? nodes[0] ?? null);
  for (const element of ["statement", "node", "guardrail"] as const) {
    for (const one of listOf(text, element)) {
      grow(element, one.address, parentOf(one));
      for (const { address } of homes.get(one.address) ?? []) grow("measure", address, one.address);
    }
  }
  for (const { address } of homes.get(null) ?? []) grow("measure", address, null);
  return (["statement", "node", "guardrail", "measure"] as const).map((element) => ({ element, rows: tops[element] }));
}

/** All rows in the order of the page. */
export function flatRows(sections: readonly Section[]): Row[] {
  const rows: Row[] = [];
  const waiting = sections.flatMap((section) => section.rows).reverse();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    rows.push(row);
    waiting.push(...row.rows.toReversed());
  }
  return rows;
}
