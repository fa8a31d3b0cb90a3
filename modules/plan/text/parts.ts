/** The text of a version as lists of one form, so that every part is compared and changed by the same rules. Pure. */
import type { ReadLevel, ReadMeasure } from "../document/reading.ts";
import type { Name } from "./change.ts";
import type { VersionText } from "./version-text.ts";

/** In the order in which a person reads about them. */
export const PARTS = ["period", "level", "statement", "node", "guardrail", "measure", "focus"] as const;
export type Part = (typeof PARTS)[number];

export type FieldValue = string | boolean | null | string[] | ReadMeasure["series"] | ReadLevel["numbering"];
export type Fields = Record<string, FieldValue>;

export interface Entry {
  /** Unique within its part. */
  address: string;
  parent: string | null;
  fields: Fields;
}

export type Parts = Record<Part, Entry[]>;

/** The period is a list of one or none; levels, years of focus, guardrails and measures have no parent. */
export const partsOf = (text: VersionText): Parts => ({
  period: text.period === null ? [] : [entry("period", null, text.period)],
  level: text.levels.map(({ key, ...fields }) => entry(key, null, fields)),
  statement: text.statements.map(({ address, parent, ...fields }) => entry(address, parent, fields)),
  node: text.nodes.map(({ address, parent, ...fields }) => entry(address, parent, fields)),
  guardrail: text.guardrails.map(({ address, ...fields }) => entry(address, null, fields)),
  measure: text.measures.map(({ address, ...fields }) => entry(address, null, fields)),
  focus: text.focus.map(({ year, ...fields }) => entry(year, null, fields)),
});

const entry = (address: string, parent: string | null, fields: object): Entry => ({
  address,
  parent,
  fields: { ...fields } as Fields,
});

/** The way back. Nodes that a measure or a year names come into the order of the plan. */
export function textOf(parts: Parts): VersionText {
  const order = new Map(parts.node.map(({ address }, at) => [address, at]));
  const inOrder = (nodes: string[]): string[] =>
    [...nodes].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const naming = ({ address, fields }: Entry) => ({ address, ...fields, nodes: inOrder(fields.nodes as string[]) });
  const text = {
    period: parts.period[0]?.fields ?? null,
    levels: parts.level.map(({ address: key, fields }) => ({ key, ...fields })),
    statements: parts.statement.map(({ address, parent, fields }) => ({ address, parent, ...fields })),
    nodes: parts.node.map(({ address, parent, fields }) => ({ address, parent, ...fields })),
    guardrails: parts.guardrail.map(({ address, fields }) => ({ address, ...fields })),
    measures: parts.measure.map(naming),
    focus: parts.focus.map(({ address: year, fields }) => ({ year, nodes: inOrder(fields.nodes as string[]) })),
  };
  return text as unknown as VersionText;
}

/** The words by which a person knows it. */
export function nameOf(part: Part, { address, fields }: Entry): Name {
  const said = (field: string): string | null => (fields[field] ?? null) as string | null;
  switch (part) {
    case "period":
      return { code: null, text: said("printed") };
    case "level":
      return { code: null, text: said("label") };
    case "focus":
      return { code: null, text: address };
    case "node":
      return { code: said("code"), text: said("title") ?? said("statement") };
    default:
      return { code: said("code"), text: said("text") };
  }
}
