/** An element leaves the draft, and all that stands beneath it with it. Its addresses are never given again. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { VersionText } from "../text/version-text.ts";
import type { Edit, EditProblem } from "./edit.ts";
import { listOf, reachOf, withList } from "./standing.ts";

export function dropped(
  text: VersionText,
  { element, address }: Extract<Edit, { do: "drop" }>,
): Result<VersionText, EditProblem> {
  const list = listOf(text, element);
  if (!list.some((one) => one.address === address)) return refuse({ kind: "gone", address });
  const gone = reachOf(list, address);
  const rest = withList(
    text,
    element,
    list.filter((one) => !gone.has(one.address)),
  );
  return ok(element === "node" || element === "guardrail" ? untied(rest, gone) : rest);
}

/** Measures stay, even one that proves nothing any more: what is measured is not dropped with a tie. */
function untied(text: VersionText, gone: ReadonlySet<string>): VersionText {
  const still = (nodes: readonly string[]): string[] => nodes.filter((node) => !gone.has(node));
  return {
    ...text,
    measures: text.measures.map((measure) => ({
      ...measure,
      guardrail: measure.guardrail !== null && gone.has(measure.guardrail) ? null : measure.guardrail,
      nodes: still(measure.nodes),
    })),
    focus: text.focus.map(({ year, nodes }) => ({ year, nodes: still(nodes) })),
  };
}
