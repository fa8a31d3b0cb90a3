/**
 * What became of the plan before: a fate and a reason for each of its elements. Nothing of it may be forgotten, or the new
 * plan would drop a promise without a word. Pure.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { VersionText } from "../text/version-text.ts";

export const FATES = ["carried", "changed", "achieved", "dropped"] as const;
export type Fate = (typeof FATES)[number];

export interface CrosswalkLine {
  /** In the plan before. */
  element: string;
  fate: Fate;
  /** In the new plan: where it goes on. Only of what was carried or changed. */
  to: string | null;
  why: string | null;
}

export type CrosswalkProblem =
  | { kind: "forgotten"; elements: string[] }
  | { kind: "said-twice"; element: string }
  | { kind: "no-such-element"; element: string }
  | { kind: "no-such-target"; element: string; to: string }
  | { kind: "target-missing"; element: string }
  | { kind: "target-of-what-ended"; element: string }
  | { kind: "why-missing"; element: string }
  | { kind: "why-too-long"; element: string; most: number };

/** Characters of a reason. */
export const LONGEST_WHY = 4_000;

type WithElements = Pick<VersionText, "statements" | "nodes" | "guardrails" | "measures">;

/** Everything that must be accounted for, in the order of the plan. */
export const elementsOf = (text: WithElements): string[] =>
  [...text.statements, ...text.nodes, ...text.guardrails, ...text.measures].map(({ address }) => address);

/**
 * The lines in the order of the plan before. `complete`: nothing is forgotten, as it must be to be published; until then what is
 * said has to be sound. What was achieved or dropped says why, in what was carried or changed the new element is named.
 */
export function crosswalkOf(
  lines: readonly CrosswalkLine[],
  { before, now, complete }: { before: WithElements; now: WithElements; complete: boolean },
): Result<CrosswalkLine[], CrosswalkProblem> {
  const [theirs, ours] = [elementsOf(before), new Set(elementsOf(now))];
  const known = new Set(theirs);
  const said = new Map<string, CrosswalkLine>();
  for (const line of lines) {
    const { element, fate, to, why } = line;
    if (!known.has(element)) return refuse({ kind: "no-such-element", element });
    if (said.has(element)) return refuse({ kind: "said-twice", element });
    said.set(element, line);
    const goesOn = fate === "carried" || fate === "changed";
    if (!goesOn && to !== null) return refuse({ kind: "target-of-what-ended", element });
    if (to !== null && !ours.has(to)) return refuse({ kind: "no-such-target", element, to });
    if (why !== null && why.length > LONGEST_WHY) return refuse({ kind: "why-too-long", element, most: LONGEST_WHY });
    if (!complete) continue;
    if (goesOn && to === null) return refuse({ kind: "target-missing", element });
    if (fate !== "carried" && why === null) return refuse({ kind: "why-missing", element });
  }
  const forgotten = theirs.filter((address) => !said.has(address));
  if (complete && forgotten.length > 0) return refuse({ kind: "forgotten", elements: forgotten });
  return ok(theirs.flatMap((address) => said.get(address) ?? []));
}

/** How many elements had each fate. */
export function countFates(lines: readonly Pick<CrosswalkLine, "fate">[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { carried: 0, changed: 0, achieved: 0, dropped: 0 };
  for (const { fate } of lines) counts[fate] += 1;
  return counts;
}

/** Elements whose words stand in the new plan as they stood in the old: carried, and named beside the question. Nothing is said by it. */
export function sameWords(before: WithElements, now: WithElements): Map<string, string> {
  const words = (text: WithElements) => [
    ...text.nodes.map(({ address, title, statement }) => ({ address, words: title ?? statement ?? "" })),
    ...[...text.statements, ...text.guardrails, ...text.measures].map(({ address, text: words }) => ({
      address,
      words,
    })),
  ];
  const key = (text: string) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const ours = new Map(words(now).map((each) => [key(each.words), each.address]));
  return new Map(
    words(before).flatMap(({ address, words: said }) => {
      const same = key(said) === "" ? undefined : ours.get(key(said));
      return same === undefined ? [] : [[address, same] as const];
    }),
  );
}
