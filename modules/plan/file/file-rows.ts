/** The texts of a plan file as rows, with the ids that its elements get here. Pure. */
import type { ElementKind } from "../domain.ts";
import type { VersionText } from "../text/version-text.ts";
import type { VersionContent } from "../version-content.ts";

/** Every element of all versions once, by its address. */
export function elementsOf(
  versions: readonly { text: VersionText }[],
  newId: () => string,
): { id: string; kind: ElementKind; address: string }[] {
  const kinds = new Map<string, ElementKind>();
  for (const { text } of versions) {
    for (const { address } of text.statements) kinds.set(address, "statement");
    for (const { address } of text.nodes) kinds.set(address, "node");
    for (const { address } of text.guardrails) kinds.set(address, "guardrail");
    for (const { address } of text.measures) kinds.set(address, "measure");
  }
  return [...kinds].map(([address, kind]) => ({ id: newId(), kind, address }));
}

/** The rows of one version: the inverse of `versionTextOf`. `ids` by address, for every element of the text. */
export function rowsOf(text: VersionText, ids: ReadonlyMap<string, string>): Omit<VersionContent, "elements"> {
  const idOf = (address: string): string => ids.get(address) as string;
  const parentId = (address: string | null): string | null => (address === null ? null : idOf(address));
  return {
    levels: text.levels.map((level, at) => ({ ...level, rank: at + 1 })),
    statements: text.statements.map(({ address, parent, ...words }, at) => ({
      elementId: idOf(address),
      ordinal: at + 1,
      parentId: parentId(parent),
      ...words,
    })),
    nodes: text.nodes.map(({ address, parent, level, ...words }, at) => ({
      elementId: idOf(address),
      ordinal: at + 1,
      parentId: parentId(parent),
      levelKey: level,
      ...words,
    })),
    guardrails: text.guardrails.map(({ address, ...words }, at) => ({
      elementId: idOf(address),
      ordinal: at + 1,
      ...words,
    })),
    measures: text.measures.map(({ address, guardrail, nodes: _, ...words }, at) => ({
      elementId: idOf(address),
      ordinal: at + 1,
      guardrailId: parentId(guardrail),
      ...words,
    })),
    measureNodes: text.measures.flatMap(({ address, nodes }) =>
      nodes.map((node) => ({ measureId: idOf(address), nodeId: idOf(node) })),
    ),
    focus: text.focus.flatMap(({ year, nodes }) => nodes.map((node) => ({ nodeId: idOf(node), year }))),
  };
}
