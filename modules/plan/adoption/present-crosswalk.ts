/** What became of the plan before, as pages say it: each of its elements with its words, its fate, and where it goes on. */
import type { VersionText } from "../text/version-text.ts";
import { type CrosswalkLine, countFates, elementsOf, type Fate, sameWords } from "./crosswalk.ts";

export interface ElementWords {
  address: string;
  code: string | null;
  words: string;
}

export interface CrosswalkRow extends ElementWords {
  kind: "node" | "measure" | "guardrail" | "statement";
  fate: Fate | null;
  to: ElementWords | null;
  why: string | null;
  /** Where the same words stand in the new plan: a suggestion, said by no one. */
  same: string | null;
}

export interface CrosswalkView {
  rows: CrosswalkRow[];
  counts: Record<Fate, number>;
  /** Elements of the new plan, to choose from. */
  targets: ElementWords[];
}

export function presentCrosswalk(
  before: VersionText,
  now: VersionText,
  lines: readonly CrosswalkLine[],
): CrosswalkView {
  const said = new Map(lines.map((line) => [line.element, line]));
  const [theirs, ours] = [wordsOf(before), wordsOf(now)];
  const same = sameWords(before, now);
  const rows = elementsOf(before).map((address): CrosswalkRow => {
    const line = said.get(address);
    const { kind, ...words } = theirs.get(address) as ElementWords & Pick<CrosswalkRow, "kind">;
    // What was amended away since still has its address.
    const target = line?.to ? (ours.get(line.to) ?? { address: line.to, code: null, words: "" }) : null;
    return {
      ...words,
      kind,
      fate: line?.fate ?? null,
      to: target && { address: target.address, code: target.code, words: target.words },
      why: line?.why ?? null,
      same: same.get(address) ?? null,
    };
  });
  return {
    rows,
    counts: countFates(lines),
    targets: [...ours.values()].map(({ address, code, words }) => ({ address, code, words })),
  };
}

function wordsOf(text: VersionText): Map<string, ElementWords & Pick<CrosswalkRow, "kind">> {
  const all = [
    ...text.nodes.map(({ address, code, title, statement }) => ({
      ...{ kind: "node" as const, address, code, words: title ?? statement ?? "" },
    })),
    ...text.measures.map(({ address, code, text: words }) => ({ kind: "measure" as const, address, code, words })),
    ...text.guardrails.map(({ address, code, text: words }) => ({ kind: "guardrail" as const, address, code, words })),
    ...text.statements.map(({ address, text: words }) => ({ kind: "statement" as const, address, code: null, words })),
  ];
  return new Map(all.map((each) => [each.address, each]));
}
