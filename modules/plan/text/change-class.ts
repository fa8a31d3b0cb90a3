/** What the public would call a change: the classes by which a register is filtered. Pure. */
import type { ReadMeasure } from "../document/reading.ts";
import type { Change, Place } from "./change.ts";
import type { FieldValue, Part } from "./parts.ts";
import type { TextGuardrail, TextLevel, TextMeasure, TextNode, TextStatement, VersionText } from "./version-text.ts";

/** A goal is a node at the top of the plan, whatever the district calls it; an element is a node under one. */
export const CHANGE_CLASSES = [
  "goal added",
  "goal dropped",
  /** A goal was moved under another and is none any more: dropped from the top by another way. */
  "goal lowered",
  /** An element was moved to the top. */
  "goal raised",
  "element added",
  "element dropped",
  /** To another parent. */
  "element moved",
  "guardrail added",
  "guardrail dropped",
  "measure added",
  "measure dropped",
  "statement added",
  "statement dropped",
  /** What is to be reached, or by when. */
  "target moved",
  "baseline changed",
  /** Both, in one table of values. */
  "baseline and target changed",
  /** What a measure is for: its role, the nodes it proves, the guardrail it watches. */
  "measure's purpose changed",
  "owner changed",
  "schedule changed",
  "amount changed",
  "period changed",
  "focus changed",
  /** The district's own words for its levels, and which there are. */
  "levels changed",
  "text",
  "numbering",
  /** Among its siblings. */
  "order",
  "other",
] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

interface FieldsOf {
  period: NonNullable<VersionText["period"]>;
  level: Omit<TextLevel, "key">;
  statement: Omit<TextStatement, "address" | "parent">;
  node: Omit<TextNode, "address" | "parent">;
  guardrail: Omit<TextGuardrail, "address">;
  measure: Omit<TextMeasure, "address">;
  focus: { nodes: string[] };
}

/** Every field of every part, which the types guarantee, in the order in which a person reads about it. */
const CLASS_OF_FIELD: { [One in Part]: Record<keyof FieldsOf[One], ChangeClass> } = {
  period: { printed: "period changed", start: "period changed", end: "period changed" },
  level: { label: "levels changed", printed: "other", numbering: "numbering" },
  statement: { text: "text", owner: "owner changed", kind: "other" },
  node: {
    code: "numbering",
    title: "text",
    statement: "text",
    level: "other",
    owner: "owner changed",
    dates: "schedule changed",
    phase: "schedule changed",
    horizon: "schedule changed",
    amount: "amount changed",
    tag: "text",
    mark: "other",
    placeholder: "other",
  },
  guardrail: { code: "numbering", text: "text", actor: "owner changed" },
  measure: {
    code: "numbering",
    text: "text",
    baseline: "baseline changed",
    target: "target moved",
    byWhen: "target moved",
    series: "other",
    role: "measure's purpose changed",
    nodes: "measure's purpose changed",
    guardrail: "measure's purpose changed",
    tag: "text",
  },
  focus: { nodes: "focus changed" },
};

export const fieldsOf = (part: Part): string[] => Object.keys(CLASS_OF_FIELD[part]);

/** A change before it is named. */
export type Unclassed = Change extends infer One ? (One extends Change ? Omit<One, "class"> : never) : never;

export function classed(change: Unclassed): Change {
  return { ...change, class: classOf(change) } as Change;
}

function classOf(change: Unclassed): ChangeClass {
  const { element } = change;
  if (change.kind === "changed") return classOfField(element, change.field, change.old, change.now);
  if (element === "period") return "period changed";
  if (element === "level") return "levels changed";
  if (element === "focus") return change.kind === "moved" ? "order" : "focus changed";
  if (change.kind === "moved") return classOfMove(element, change.old, change.now);
  const place = change.kind === "added" ? change.now.place : change.old.place;
  const isGoal = element === "node" && place.parent === null;
  return `${isGoal ? "goal" : element === "node" ? "element" : element} ${change.kind}`;
}

function classOfMove(element: Part, old: Place, now: Place): ChangeClass {
  if (old.parent === now.parent) return "order";
  if (element !== "node") return "other";
  if (old.parent === null) return "goal lowered";
  return now.parent === null ? "goal raised" : "element moved";
}

function classOfField(part: Part, field: string, old: FieldValue, now: FieldValue): ChangeClass {
  if (part === "measure" && field === "series") {
    return classOfSeries(old as ReadMeasure["series"], now as ReadMeasure["series"]);
  }
  return (CLASS_OF_FIELD[part] as Record<string, ChangeClass>)[field] ?? "other";
}

function classOfSeries(old: ReadMeasure["series"], now: ReadMeasure["series"]): ChangeClass {
  const differs = (kind: string): boolean => {
    const [before, after] = [old, now].map((series) =>
      JSON.stringify(series.filter((cell) => cell.kind === kind).map(({ period, value }) => [period, value])),
    );
    return before !== after;
  };
  const [baseline, target] = [differs("baseline"), differs("target")];
  if (baseline && target) return "baseline and target changed";
  return target ? "target moved" : baseline ? "baseline changed" : "other";
}
