/** The goals of a plan with the measure that stands for each, and who answers for what lies under it. Pure. */
import { endsOf, type MeasureEnds } from "../measure-ends.ts";
import type { NodeView } from "../plan-view.ts";
import { headlineOf } from "./headline.ts";

export interface GoalLine {
  address: string;
  /** What stands on its blade: "Goal 1". */
  name: string;
  words: string | null;
  measure: (MeasureEnds & { words: string }) | null;
}

export function goalLine(top: NodeView): GoalLine {
  const measure = headlineOf(top);
  const { address, code, tag, title, statement } = top;
  return {
    address,
    name: code ?? tag,
    words: title ?? statement,
    measure: measure && { words: measure.text, ...unsaid(measure.text, endsOf(measure)) },
  };
}

/** A measure's sentence often says its own numbers; they are not said twice. */
function unsaid(text: string, ends: MeasureEnds): MeasureEnds {
  const says = (words: string | null) => words !== null && text.includes(words);
  return says(ends.target) ? { baseline: null, target: null, by: says(ends.by) ? null : ends.by } : ends;
}

/** Everyone whom the plan names for the goal or for anything under it, each once, in the plan's order. */
export function ownersOf(top: NodeView): string[] {
  const owners = new Set<string>();
  const waiting = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.printed.owner !== undefined) owners.add(node.printed.owner);
    waiting.push(...node.parts.toReversed());
  }
  return [...owners];
}
