/** Any text that a version can have, and what an editor may do to it: material for properties. */
import fc from "fast-check";
import type { TextMeasure, TextNode, TextStatement, VersionText } from "#modules/plan/text/version-text.ts";

const word = fc.constantFrom("read", "every", "child", "by", "third", "grade", "44%", "65%", "families", "school");
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((some) => some.join(" "));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 });
const nodeAddress = fc.integer({ min: 1, max: 9 }).map((n) => `goal-${n}`);
const statementAddress = fc.integer({ min: 1, max: 5 }).map((n) => `value-${n}`);
const guardrailAddress = fc.integer({ min: 1, max: 4 }).map((n) => `guardrail-${n}`);
const year = fc.constantFrom("2026-27", "2027-28", "unsaid");
const levelKey = fc.constantFrom("goal", "strategy", "action");

const level: fc.Arbitrary<VersionText["levels"][number]> = fc.record({
  key: levelKey,
  label: fc.constantFrom("Goal", "Strategy", "Priority"),
  printed: fc.boolean(),
  numbering: fc.record({
    style: fc.constantFrom("decimal", "none"),
    inherits: fc.boolean(),
    separator: fc.constantFrom(".", ""),
    restart: fc.constantFrom("per_parent", "global"),
    prefix: maybe(fc.constant("KSF")),
  }),
});

const statement: fc.Arbitrary<TextStatement> = fc.record({
  address: statementAddress,
  parent: maybe(statementAddress),
  kind: fc.constantFrom("mission", "value", "belief"),
  text: words,
  owner: maybe(word),
});

const node: fc.Arbitrary<TextNode> = fc.record({
  address: nodeAddress,
  parent: maybe(nodeAddress),
  level: levelKey,
  code: maybe(fc.constantFrom("1", "2.1", "KSF 3")),
  title: maybe(words),
  statement: maybe(words),
  placeholder: fc.boolean(),
  owner: maybe(word),
  dates: maybe(year),
  phase: maybe(word),
  horizon: maybe(word),
  tag: maybe(word),
  mark: maybe(fc.constantFrom("new", "modified", "continuing")),
  amount: maybe(word),
});

const measure: fc.Arbitrary<TextMeasure> = fc.record({
  address: fc.integer({ min: 1, max: 6 }).map((n) => `measure-${n}`),
  role: fc.constantFrom("goal", "interim", "kpi"),
  code: maybe(word),
  tag: maybe(word),
  text: words,
  baseline: maybe(word),
  target: maybe(word),
  byWhen: maybe(year),
  series: fc.array(fc.record({ kind: fc.constantFrom("baseline", "target", "actual"), period: year, value: word }), {
    maxLength: 3,
  }),
  guardrail: maybe(guardrailAddress),
  nodes: fc.array(nodeAddress, { maxLength: 3 }),
});

/** A small pool of addresses, so that two texts share many. */
export const arbitraryText: fc.Arbitrary<VersionText> = fc
  .record({
    period: maybe(fc.record({ start: maybe(year), end: maybe(year), printed: words })),
    levels: fc.array(level, { maxLength: 4 }),
    statements: fc.array(statement, { maxLength: 6 }),
    nodes: fc.array(node, { maxLength: 12 }),
    guardrails: fc.array(fc.record({ address: guardrailAddress, code: maybe(word), text: words, actor: maybe(word) }), {
      maxLength: 4,
    }),
    measures: fc.array(measure, { maxLength: 6 }),
    focus: fc.array(fc.record({ year, nodes: fc.array(nodeAddress, { maxLength: 4 }) }), { maxLength: 3 }),
  })
  .map(madeSound);

/** As the database would give it: no address twice, parents first, nothing named that is not there. */
function madeSound(text: VersionText): VersionText {
  const levels = once(text.levels, ({ key }) => key);
  const known = new Set(levels.map(({ key }) => key));
  const nodes = inPlanOrder(text.nodes.filter((one) => known.has(one.level)));
  const guardrails = once(text.guardrails, ({ address }) => address);
  const place = new Map(nodes.map(({ address }, at) => [address, at]));
  const named = (some: string[]) =>
    [...new Set(some)].filter((one) => place.has(one)).sort((one, other) => place.get(one)! - place.get(other)!);
  const guards = new Set<string | null>(guardrails.map(({ address }) => address));
  return {
    ...text,
    levels,
    nodes,
    guardrails,
    statements: inPlanOrder(text.statements),
    measures: once(text.measures, ({ address }) => address).map((one) => ({
      ...one,
      guardrail: guards.has(one.guardrail) ? one.guardrail : null,
      nodes: named(one.nodes),
    })),
    focus: once(text.focus, (one) => one.year).map((one) => ({ ...one, nodes: named(one.nodes) })),
  };
}

const once = <T>(some: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(some.map((one) => [key(one), one])).values(),
];

interface InTree {
  address: string;
  parent: string | null;
}

/** A parent that is not there, or stands under its own child, is none. */
function inPlanOrder<T extends InTree>(some: readonly T[]): T[] {
  const placed = new Map<string, T>();
  const all = once(some, ({ address }) => address);
  const place = (parent: string | null): T[] =>
    all
      .filter((one) => one.parent === parent && !placed.has(one.address))
      .flatMap((one) => {
        placed.set(one.address, one);
        return [one, ...place(one.address)];
      });
  const tree = place(null);
  const loose = all.find(({ address }) => !placed.has(address));
  return loose === undefined ? tree : inPlanOrder(all.map((one) => (one === loose ? { ...one, parent: null } : one)));
}

/** A step of an editor. Where it has nothing to do (no node to drop), the text stays. */
type Edit = (text: VersionText) => VersionText;

const pick = <T>(some: readonly T[], at: number): T | undefined => some[at % Math.max(1, some.length)];

const add = fc.tuple(node, fc.nat()).map(
  ([one, at]): Edit =>
    (text) => ({
      ...text,
      nodes: [
        ...text.nodes,
        { ...one, address: `new-${text.nodes.length}-${at}`, parent: pick(text.nodes, at)?.address ?? null },
      ],
    }),
);

const drop = fc.nat().map(
  (at): Edit =>
    (text) => {
      const gone = new Set<string | null>([pick(text.nodes, at)?.address ?? ""]);
      for (const { address, parent } of text.nodes) if (gone.has(parent)) gone.add(address);
      return { ...text, nodes: text.nodes.filter(({ address }) => !gone.has(address)) };
    },
);

const rewrite = fc.tuple(words, fc.nat()).map(
  ([title, at]): Edit =>
    (text) => {
      const one = pick(text.nodes, at);
      return { ...text, nodes: text.nodes.map((each) => (each === one ? { ...one, title } : each)) };
    },
);

const retarget = fc.tuple(measure, fc.nat()).map(
  ([to, at]): Edit =>
    (text) => {
      const one = pick(text.measures, at);
      const { target, baseline, nodes } = to;
      return {
        ...text,
        measures: text.measures.map((each) => (each === one ? { ...one, target, baseline, nodes } : each)),
      };
    },
);

const relabel = fc.tuple(words, fc.nat()).map(
  ([label, at]): Edit =>
    (text) => {
      const one = pick(text.levels, at);
      return { ...text, levels: text.levels.map((each) => (each === one ? { ...one, label } : each)) };
    },
);

const move = fc.record({ which: fc.nat(), under: fc.nat(), behind: fc.nat() }).map(
  (where): Edit =>
    (text) =>
      moved(text, where) ?? text,
);

/** What an editor made of a text in some steps. */
export const arbitraryEdits: fc.Arbitrary<Edit> = fc
  .array(fc.oneof(add, drop, rewrite, retarget, relabel, move), { maxLength: 6 })
  .map((steps) => (text) => steps.reduce((now, step) => madeSound(step(now)), text));

/**
 * The text with one node, and all that stands under it, at another place; null if there is no other. `which`, `under` and
 * `behind` are any numbers.
 */
export function moved(
  text: VersionText,
  { which, under, behind }: { which: number; under: number; behind: number },
): VersionText | null {
  const one = pick(text.nodes, which);
  if (one === undefined) return null;
  const below = new Set<string | null>([one.address]);
  for (const { address, parent } of text.nodes) if (below.has(parent)) below.add(address);
  const parents = [null, ...text.nodes.map(({ address }) => address).filter((address) => !below.has(address))];
  const parent = pick(parents, under) ?? null;
  const others = text.nodes.filter((each) => each !== one);
  const siblings = others.filter((each) => each.parent === parent);
  const after = pick([null, ...siblings], behind) ?? null;
  const at = after === null ? 0 : others.indexOf(after) + 1;
  const nodes = [...others.slice(0, at), { ...one, parent }, ...others.slice(at)];
  const now = madeSound({ ...text, nodes });
  return now.nodes.every(({ address }, place) => address === text.nodes[place]?.address) && parent === one.parent
    ? null
    : now;
}
