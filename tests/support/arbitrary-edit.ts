/** Any step that an editor may take in any text, sensible or not: material for properties. */
import fc from "fast-check";
import { MEASURE_ROLES, STATEMENT_KINDS } from "#modules/plan/document/reading.ts";
import type { Edit, EditedKind } from "#modules/plan/draft/edit.ts";
import { listOf } from "#modules/plan/draft/standing.ts";
import type { VersionText } from "#modules/plan/text/version-text.ts";

export type Draw = (text: VersionText) => Edit;

const words = fc.constantFrom(" every child ", "reads", "by third grade", "familias", "", "  ");
const maybe = fc.option(words, { nil: null, freq: 3 });
const kind = fc.constantFrom<EditedKind>("statement", "node", "guardrail", "measure");

const pick = <One>(some: readonly One[], at: number): One | undefined => some[at % Math.max(1, some.length)];

/** One of the kind; now and then one that is not there. */
const addressOf = (text: VersionText, of: EditedKind, at: number): string =>
  at % 17 === 16 ? "nowhere" : (pick(listOf(text, of), at)?.address ?? "nowhere");

const said = fc.record({
  text: words,
  other: maybe,
  level: fc.nat(),
  kind: fc.constantFrom(...STATEMENT_KINDS),
  role: fc.constantFrom(...MEASURE_ROLES),
  ties: fc.array(fc.nat(), { maxLength: 3 }),
  years: fc.array(fc.constantFrom("2026-27", "2027-28", " unsaid"), { maxLength: 2 }),
  code: fc.option(fc.constantFrom("1", "Goal 7", "2.B", "#4"), { nil: null }),
  keys: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }),
});

/** What is said of an element; `all` of it, or some. */
function wordsFor(
  text: VersionText,
  of: EditedKind,
  drawn: typeof said extends fc.Arbitrary<infer One> ? One : never,
  all: boolean,
): object {
  const { text: main, other, level, code, years, ties, role } = drawn;
  const every: Record<EditedKind, object> = {
    statement: { kind: drawn.kind, text: main, owner: other },
    node: { title: main, statement: other, code, level: pick(text.levels, level)?.key ?? "none", owner: other, years },
    guardrail: { text: main, code, actor: other },
    measure: {
      ...{ text: main, role, baseline: other, target: other, code },
      nodes: ties.map((at) => addressOf(text, "node", at)),
      guardrail: other === null ? null : addressOf(text, "guardrail", level),
    },
  };
  const entries = Object.entries(every[of]);
  return all ? every[of] : Object.fromEntries(drawn.keys.map((at) => pick(entries, at) as [string, unknown]));
}

const change = fc.record({ kind, at: fc.nat(), said }).map(
  ({ kind: element, at, said: drawn }): Draw =>
    (text) =>
      ({
        do: "change",
        element,
        address: addressOf(text, element, at),
        words: wordsFor(text, element, drawn, false),
      }) as Edit,
);

const place = (text: VersionText, of: EditedKind, way: "before" | "after" | "into", at: number) =>
  way === "into" && at % 3 === 0 ? { way, target: null } : { way, target: addressOf(text, of, at) };
const way = fc.constantFrom("before", "after", "into");

const add = fc.record({ kind, way, at: fc.nat(), said, all: fc.boolean() }).map(
  ({ kind: element, way: how, at, said: drawn, all }): Draw =>
    (text) =>
      ({
        do: "add",
        element,
        place: place(text, element, how, at),
        words: wordsFor(text, element, drawn, all),
      }) as Edit,
);

const drop = fc.record({ kind, at: fc.nat() }).map(
  ({ kind: element, at }): Draw =>
    (text) => ({ do: "drop", element, address: addressOf(text, element, at) }),
);

const move = fc
  .record({ kind, at: fc.nat(), to: fc.constantFrom("up", "down", "in", "out", "there"), way, target: fc.nat() })
  .map(
    ({ kind: element, at, to, way: how, target }): Draw =>
      (text) => {
        const onto = element === "measure" && how === "into" && target % 2 === 0 ? "node" : element;
        const there = to === "there" ? place(text, onto, how, target) : { way: to };
        return { do: "move", element, address: addressOf(text, element, at), to: there } as Edit;
      },
  );

const renumber = fc.record({ blank: fc.boolean(), some: fc.boolean() }).map(
  ({ blank, some }): Draw =>
    ({ levels }) => ({ do: "renumber", blank, levels: levels.map(({ key }) => key).slice(some ? 1 : 0) }),
);

const period = fc.record({ start: maybe, end: maybe, printed: words });
const whole = fc.oneof(
  fc.option(period, { nil: null }).map(
    (to): Draw =>
      () => ({ do: "set-period", period: to }),
  ),
  words.map(
    (label): Draw =>
      () => ({ do: "add-level", label }),
  ),
  fc.record({ label: words, at: fc.nat() }).map(
    ({ label, at }): Draw =>
      ({ levels }) => ({ do: "rename-level", level: pick(levels, at)?.key ?? "none", label }),
  ),
);

export const arbitraryEdit: fc.Arbitrary<Draw> = fc.oneof(change, change, add, drop, move, move, renumber, whole);
