/**
 * One text, one writing: what is a set stands in the order of the plan, years in their own, and a year without work is none.
 * Only so has a text one fingerprint, whoever wrote it down. Pure.
 */
import type { VersionText } from "./version-text.ts";

export function inNormalForm(text: VersionText): VersionText {
  const places = new Map(text.nodes.map(({ address }, at) => [address, at]));
  const placeOf = (address: string): number => places.get(address) ?? places.size;
  const inOrder = (nodes: readonly string[]): string[] => nodes.toSorted((one, other) => placeOf(one) - placeOf(other));
  return {
    ...text,
    measures: text.measures.map((measure) => ({ ...measure, nodes: inOrder(measure.nodes) })),
    focus: text.focus
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ year, nodes }) => ({ year, nodes: inOrder(nodes) }))
      .sort((one, other) => (one.year < other.year ? -1 : 1)),
  };
}
