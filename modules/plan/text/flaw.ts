/** What every text of a version keeps to, as the database does: compared or changed otherwise, something would be lost. Pure. */
import { inPlanOrder, siblingsOf } from "./order.ts";
import { type Entry, PARTS, type Part, type Parts } from "./parts.ts";

export interface Flaw {
  element: Part;
  address: string;
  is: "address repeated" | "not in the order of the plan" | "names what is not there";
}

/**
 * Null for a sound text: addresses are unique, each list stands in the order of the plan with children behind their parent, and
 * every level, node and guardrail that is named is there.
 */
export function flawOf(parts: Parts): Flaw | null {
  for (const element of PARTS) {
    const entries = parts[element];
    const seen = new Set<string>();
    const repeated = entries.find(({ address }) => seen.size === seen.add(address).size);
    if (repeated !== undefined) return { element, address: repeated.address, is: "address repeated" };
    const order = inPlanOrder(siblingsOf(entries));
    const astray = entries.find(({ address }, at) => order[at] !== address);
    if (astray !== undefined) return { element, address: astray.address, is: "not in the order of the plan" };
  }
  return looseEnd(parts);
}

function looseEnd(parts: Parts): Flaw | null {
  const places = (part: Part) => new Map(parts[part].map(({ address }, at) => [address, at]));
  const [levels, nodes, guardrails] = [places("level"), places("node"), places("guardrail")];
  const isLoose: Partial<Record<Part, (entry: Entry) => boolean>> = {
    node: ({ fields }) => !levels.has(fields.level as string),
    measure: ({ fields }) =>
      !isOrdered(fields.nodes as string[], nodes) ||
      (fields.guardrail !== null && !guardrails.has(fields.guardrail as string)),
    focus: ({ fields }) => !isOrdered(fields.nodes as string[], nodes),
  };
  for (const element of PARTS) {
    const loose = parts[element].find((entry) => isLoose[element]?.(entry));
    if (loose !== undefined) return { element, address: loose.address, is: "names what is not there" };
  }
  return null;
}

/** Each is there, named once, and in the order of the plan. */
const isOrdered = (named: readonly string[], nodes: ReadonlyMap<string, number>): boolean =>
  named.every((address, at) => {
    const before = at === 0 ? -1 : (nodes.get(named[at - 1] as string) ?? -1);
    return (nodes.get(address) ?? -1) > before;
  });
