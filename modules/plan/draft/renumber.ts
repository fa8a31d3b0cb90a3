/**
 * Codes by the rule of their level. What a rule leaves open (capitals, "#", "One" for 1) is taken from the codes that are there,
 * so that a plan whose codes are in order keeps every one. Addresses never change. Pure.
 */
import type { TextNode, VersionText } from "../text/version-text.ts";
import { printCode } from "./code-form.ts";
import { type Counted, countedUnder, formsOf } from "./level-forms.ts";

export interface Renumbering {
  levels: readonly string[];
  /** Elements without a printed code get one. */
  blank: boolean;
}

export interface NewCode {
  address: string;
  old: string | null;
  now: string;
}

/** The codes that would change, in the order of the plan. A level that does not count keeps its codes. */
export function newCodes(text: VersionText, { levels, blank }: Renumbering): NewCode[] {
  const wanted = new Set(levels);
  const rules = new Map(text.levels.map((level) => [level.key, level.numbering]));
  const counts = (node: TextNode): boolean =>
    wanted.has(node.level) && rules.get(node.level)?.style !== "none" && (node.code !== null || blank);
  const counted = countedOf(text.nodes, counts);
  const formOf = formsOf(counted, rules);

  const codes = new Map(text.nodes.map(({ address, code }) => [address, code]));
  const reached = new Map<string, number>();
  for (const one of counted) {
    const { address, level } = one.node;
    // Numbers that run through the whole plan, or begin anew under each parent.
    const counter = rules.get(level)?.restart === "global" ? level : countedUnder(one, rules);
    const count = (reached.get(counter) ?? 0) + 1;
    reached.set(counter, count);
    codes.set(address, printCode(formOf(one, codes), count));
  }
  return text.nodes.flatMap(({ address, code: old }) => {
    const now = codes.get(address) ?? null;
    return now === null || now === old ? [] : [{ address, old, now }];
  });
}

export function renumbered(text: VersionText, how: Renumbering): VersionText {
  const codes = new Map(newCodes(text, how).map(({ address, now }) => [address, now]));
  const nodes = text.nodes.map((node) => ({ ...node, code: codes.get(node.address) ?? node.code }));
  return { ...text, nodes };
}

/** Each with the nearest node above it that has, or gets, a code. */
function countedOf(nodes: readonly TextNode[], counts: (node: TextNode) => boolean): Counted[] {
  const known = new Map(nodes.map((node) => [node.address, node]));
  const above = new Map<string, TextNode | null>();
  const counted: Counted[] = [];
  for (const node of nodes) {
    const parent = node.parent === null ? undefined : known.get(node.parent);
    const isCoded = parent !== undefined && (parent.code !== null || counts(parent));
    above.set(node.address, isCoded ? parent : parent ? (above.get(parent.address) ?? null) : null);
    if (counts(node)) counted.push({ node, above: above.get(node.address) ?? null });
  }
  return counted;
}
