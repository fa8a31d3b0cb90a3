/** How the codes of each level look: by its rule, and by the majority of those that are there. Pure. */
import type { ReadLevel } from "../document/reading.ts";
import type { TextNode } from "../text/version-text.ts";
import { type Inheriting, inherited, ruled, type Split, splitCode, waysToInherit } from "./code-form.ts";

/** A node that gets a number. */
export interface Counted {
  node: TextNode;
  /** The nearest node above it that has, or gets, a code. */
  above: TextNode | null;
}

type Rules = ReadonlyMap<string, ReadLevel["numbering"]>;

const inheritsFrom = ({ node, above }: Counted, rules: Rules): TextNode | null =>
  rules.get(node.level)?.inherits ? above : null;

/** Under what the numbers of a node and its like begin anew. */
export const countedUnder = (one: Counted, rules: Rules): string =>
  JSON.stringify([one.node.level, inheritsFrom(one, rules)?.address ?? one.node.parent]);

/** `codes`: those that the nodes above have by now. */
export function formsOf(
  counted: readonly Counted[],
  rules: Rules,
): (one: Counted, codes: ReadonlyMap<string, string | null>) => Split {
  const forms = new Map<string, Split>();
  const ways = new Map<string, Inheriting>();
  for (const [level, all] of Map.groupBy(counted, ({ node }) => node.level)) {
    const rule = rules.get(level) as ReadLevel["numbering"];
    const split = ({ node: { code } }: Counted): Split[] =>
      [code === null ? null : splitCode(code, rule.style)].filter((one) => one !== null);
    const heirs = all.filter((one) => inheritsFrom(one, rules) !== null);
    const voted = heirs.flatMap((one) =>
      split(one).flatMap((each) => (one.above?.code ? waysToInherit(each, one.above.code, rule.separator) : [])),
    );
    ways.set(level, mostVoted(voted) ?? ruled(rule));

    const own = Map.groupBy(
      all.filter((one) => inheritsFrom(one, rules) === null),
      (one) => countedUnder(one, rules),
    );
    const looks = new Map(
      [...own].map(([group, members]) => [group, { size: members.length, forms: members.flatMap(split) }]),
    );
    for (const [group, form] of ownForms(looks)) forms.set(group, form ?? ruled(rule));
  }
  return (one, codes) => {
    const above = inheritsFrom(one, rules);
    return above === null
      ? (forms.get(countedUnder(one, rules)) as Split)
      : inherited(ways.get(one.node.level) as Inheriting, codes.get(above.address) ?? "");
  };
}

/**
 * Siblings look alike, as most of them do. One that stands alone looks like all the others of its level, if those look alike
 * ("Goal 2", moved among strategies); where each parent has letters of its own (SS-1, TA-1), it keeps them.
 */
function ownForms(looks: ReadonlyMap<string, { size: number; forms: Split[] }>): Map<string, Split | undefined> {
  const usual = mostVoted([...looks.values()].flatMap(({ forms }) => forms));
  const settled = [...looks].map(([group, { size, forms }]) => ({ group, size, form: mostVoted(forms) ?? usual }));
  const sizes = new Map<string, number>();
  for (const { size, form } of settled) sizes.set(keyOf(form), (sizes.get(keyOf(form)) ?? 0) + size);
  const areTwo = sizes.size === 2 && Math.max(...sizes.values()) > 1;
  return new Map(
    settled.map(({ group, size, form }) => {
      const isOdd = areTwo && size === 1 && sizes.get(keyOf(form)) === 1;
      return [group, isOdd ? settled.find((other) => keyOf(other.form) !== keyOf(form))?.form : form];
    }),
  );
}

const keyOf = (form: object | undefined): string => JSON.stringify(form ?? null);

/** The first of those that were named most often. */
function mostVoted<Ballot extends object>(ballots: readonly Ballot[]): Ballot | undefined {
  const counts = new Map<string, { ballot: Ballot; count: number }>();
  for (const ballot of ballots) {
    const key = keyOf(ballot);
    const counted = counts.get(key) ?? { ballot, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  let best: { ballot: Ballot; count: number } | undefined;
  for (const counted of counts.values()) if (best === undefined || counted.count > best.count) best = counted;
  return best?.ballot;
}
