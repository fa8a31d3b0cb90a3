import type { Reading } from "../reading.ts";

/** The tree of a reading as an indented outline, for tests: "Goal 1 | Reading". */
export function outline({ nodes }: Pick<Reading, "nodes">, parent: string | null = null, indent = ""): string[] {
  return nodes
    .filter((node) => node.parentId === parent)
    .flatMap((node) => [`${indent}${node.code ?? "–"} | ${node.title}`, ...outline({ nodes }, node.id, `${indent}  `)]);
}
