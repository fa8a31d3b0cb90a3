/**
 * The address of an element within its plan: short, said aloud, and never given to another. It follows the printed code
 * ("3.1A", "goal-2"); what has no code is counted under its parent ("goal-2.3") or within its kind ("value-4").
 */
import { slugOf } from "#lib/text/slug.ts";

export interface Addressed {
  id: string;
  parentId: string | null;
  code: string | null;
  /** What it is called where it has no code: its level's or kind's word. */
  word: string;
  /** The only one of its kind in the plan: "mission", not "mission-1". */
  alone?: boolean;
}

/** What stands at these addresses within a plan is a page of ours. */
export const NOT_ADDRESSES: readonly string[] = [
  ...["audience", "alignments", "plan.json", "draft", "proposal", "comments", "adoption", "amendment", "crosswalk"],
  ...["versions", "changes", "compare", "elements", "search", "summary", "embed", "timeline", "unsaid"],
  ...["running-title.css", "changes.csv"],
];

/** Addresses by id, for elements listed parents first. `taken`: addresses of the plan that are in use already. */
export function addressesOf(elements: readonly Addressed[], taken: Iterable<string> = []): Map<string, string> {
  const used = new Set([...NOT_ADDRESSES, ...taken].map((address) => address.toLowerCase()));
  const addresses = new Map<string, string>();
  const counted = new Map<string, number>();
  for (const element of elements) {
    const parent = element.parentId === null ? undefined : addresses.get(element.parentId);
    const address = free(wished(element, parent, used, counted), used);
    used.add(address.toLowerCase());
    addresses.set(element.id, address);
  }
  return addresses;
}

function wished(
  element: Addressed,
  parent: string | undefined,
  used: ReadonlySet<string>,
  counted: Map<string, number>,
): string {
  const own = element.code === null ? null : fromCode(element.code);
  // A code that repeats ("Strategy 1" under each goal) is told apart by its parent.
  if (own !== null) return used.has(own.toLowerCase()) && parent !== undefined ? `${parent}.${own}` : own;
  const stem = parent ?? slugOf(element.word, "element");
  if (parent === undefined && element.alone) return stem;
  const joint = parent === undefined ? "-" : ".";
  const n = (counted.get(stem + joint) ?? 0) + 1;
  counted.set(stem + joint, n);
  return `${stem}${joint}${n}`;
}

/**
 * The address of one more element of a plan, which nothing of it has ever had: that of its code, else the next number under its
 * parent's address, or within its kind.
 */
export function newAddress(
  element: Omit<Addressed, "id" | "parentId"> & { parent: string | null },
  taken: Iterable<string>,
): string {
  const { parent, code, word, alone } = element;
  const used = new Set([...NOT_ADDRESSES, ...taken].map((address) => address.toLowerCase()));
  const own = code === null ? null : fromCode(code);
  if (own !== null) return free(used.has(own.toLowerCase()) && parent !== null ? `${parent}.${own}` : own, used);
  const stem = parent ?? slugOf(word, "element");
  if (parent === null && alone && !used.has(stem)) return stem;
  const start = `${stem}${parent === null ? "-" : "."}`;
  const numbers = [...used].flatMap((address) =>
    address.startsWith(start.toLowerCase()) ? [Number(/^\d{1,6}$/.exec(address.slice(start.length))?.[0] ?? 0)] : [],
  );
  return `${start}${numbers.reduce((most, n) => Math.max(most, n), 0) + 1}`;
}

/** What a statement is called in an address: "commitment-3", "administration-commitment-1". */
export const statementWord = (kind: string): string =>
  kind.replace("collective_", "").replace("admin_", "administration-");

const ADDRESS = /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

/** "PRIORITY 3" → "priority-3", "3.1A" → "3.1A", "Goal 2 > Strategy 2" → "goal-2.strategy-2"; null if nothing is left. */
function fromCode(code: string): string | null {
  const parts = code.split(">").map((part) => {
    const plain = part.trim().replace(/^[#(]+|[.):]+$/g, "");
    if (ADDRESS.test(plain) && plain.length <= 12) return plain;
    const pieces = plain.split(".").map((piece) => slugOf(piece, ""));
    return pieces.filter((piece) => piece !== "").join(".");
  });
  const address = parts.filter((part) => part !== "").join(".");
  return ADDRESS.test(address) ? address : null;
}

function free(address: string, used: ReadonlySet<string>): string {
  if (!used.has(address.toLowerCase())) return address;
  let n = 2;
  while (used.has(`${address}-${n}`.toLowerCase())) n += 1;
  return `${address}-${n}`;
}
