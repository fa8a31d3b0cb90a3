/** Twenty people edit one draft at once, each from what they saw last: no edit is lost, and no one is overwritten unseen. */
import fc from "fast-check";
import { expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { type Actor, claimsOf } from "#modules/district/actor.ts";
import { addPerson } from "#modules/people/commands.ts";
import { editDraft } from "#modules/plan/draft/commands.ts";
import { getDraft, listEdits } from "#modules/plan/draft/queries.ts";
import { findPlan } from "#modules/plan/queries.ts";
import type { Change } from "#modules/plan/text/change.ts";
import { applyChanges, changesBetween } from "#modules/plan/text/changes.ts";
import type { VersionText } from "#modules/plan/text/version-text.ts";
import type { Desk } from "#platform/db/desk.ts";
import { arbitraryEdit, type Draw } from "#tests/support/arbitrary-edit.ts";
import { districtOf, makePlan } from "#tests/support/made-plan.ts";
import { NOW, type Seat, test } from "#tests/support/story.ts";

/** `EDITING_SECONDS=60 TEST_RING=faults …` for the whole ordeal. */
const SECONDS = Number(process.env.EDITING_SECONDS ?? 4);
const PEOPLE = 20;

interface Deed {
  name: string;
  /** The last edit that they had seen. */
  seen: number;
  /** Theirs, if it was written; null for an edit that changed nothing. */
  n: number | null;
  refused: string | null;
}

async function draftNow(desk: Desk, { districtId }: Actor, slug: string) {
  return desk.read(async (tx) => {
    const plan = await findPlan(tx, districtId, slug);
    const draft = plan && (await getDraft(tx, districtId, plan));
    if (!draft) throw new Error(`${slug} has no draft`);
    return draft;
  });
}

/** One person: looks, thinks, edits; now and then from a page that stood open for long. */
async function edits(
  { desk, actor }: Seat,
  slug: string,
  draws: readonly Draw[],
  { until, pause }: { until: number; pause: number },
): Promise<Deed[]> {
  const deeds: Deed[] = [];
  let page = await draftNow(desk, actor, slug);
  for (let at = 0; Date.now() < until; at += 1) {
    if (at % 3 !== 2) page = await draftNow(desk, actor, slug);
    await new Promise((resolve) => setTimeout(resolve, (pause * (at % 5)) / 4));
    const edit = (draws[at % draws.length] as Draw)(page.text);
    const seen = page.edits;
    const done = await desk.write((tx) => editDraft(tx, actor, slug, seen, edit, NOW));
    const name = actor.person?.name ?? "";
    deeds.push({ name, seen, n: done.ok ? done.value.n : null, refused: done.ok ? null : done.problem.kind });
  }
  return deeds;
}

/** What an edit wrote over: a field, or the place or the being of an element. Sets of nodes are joined, and overwrite nothing. */
const touched = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    if (change.element === "focus" || (change.kind === "changed" && change.field === "nodes")) return [];
    return [`${change.element} ${change.address} ${change.kind === "changed" ? change.field : "is"}`];
  });

test("all that is told as written stands, in one order, and nobody wrote over what they had not seen", {
  timeout: SECONDS * 1_000 + 120_000,
}, async ({ as, haywater, database }) => {
  const wren = await as("wren");
  const { slug } = await makePlan(wren, districtOf(haywater), "Together", "staff");
  for (let n = 1; n <= 12; n += 1) {
    const words = { title: `Goal ${n}` };
    const edit = { do: "add", element: "node", place: { way: "into", target: null }, words } as const;
    must(await wren.desk.write((tx) => editDraft(tx, wren.actor, slug, n - 1, edit, NOW)));
  }
  const first = await draftNow(wren.desk, wren.actor, slug);

  const seats: Seat[] = [];
  for (let n = 1; n <= PEOPLE; n += 1) {
    const person = { name: `Person ${n}`, email: `person-${n}@haywater.example` };
    const id = must(await wren.desk.write((tx) => addPerson(tx, wren.actor, person)));
    const actor: Actor = { ...wren.actor, person: { id, name: person.name } as Actor["person"] };
    seats.push({ actor, desk: database.desk(claimsOf(actor)) });
  }
  const until = Date.now() + SECONDS * 1_000;
  const all = await Promise.all(
    seats.map((seat, at) =>
      edits(seat, slug, fc.sample(arbitraryEdit, { numRuns: 400, seed: at + 1 }), { until, pause: 40 }),
    ),
  );
  const deeds = all.flat();

  const last = await draftNow(wren.desk, wren.actor, slug);
  const history = (await wren.desk.read((tx) => listEdits(tx, haywater.districtId, last.version.id))).slice(
    first.edits,
  );
  const written = deeds.filter(({ n }) => n !== null);
  // Every edit that its author was told of is in the list under their name, and none beside them.
  expect(history.map(({ n, by }) => `${n} ${by}`)).toEqual(
    written.toSorted((one, other) => (one.n as number) - (other.n as number)).map(({ n, name }) => `${n} ${name}`),
  );
  const texts = new Map([[first.edits, first.text]]);
  for (const { n, changes } of history) {
    const next = applyChanges(texts.get(n - 1) as VersionText, changes);
    if (!next.ok) throw new Error(`edit ${n}: ${next.problem.element} ${next.problem.address}`);
    texts.set(n, next.value);
  }
  expect(texts.get(last.edits)).toEqual(last.text);

  // What was changed and changed back meanwhile is as they had seen it.
  const seenBy = new Map(written.map(({ n, seen }) => [n as number, seen]));
  const overwritten = history.flatMap(({ n, changes }) => {
    const own = new Set(touched(changes));
    const seen = seenBy.get(n) as number;
    const differs = new Set(touched(changesBetween(texts.get(seen) as VersionText, texts.get(n - 1) as VersionText)));
    return history
      .filter((other) => other.n < n && other.n > seen)
      .flatMap((other) => touched(other.changes).map((what) => ({ other, what })))
      .filter(({ what }) => own.has(what) && differs.has(what))
      .map(({ other, what }) => `${n} over ${other.n}: ${what}`);
  });
  expect(overwritten).toEqual([]);

  const KINDS = ["conflict", "gone", "words-missing", "too-long", "level-unknown", "tie-unknown", "no-place"];
  expect(deeds.filter(({ refused }) => refused !== null && !KINDS.includes(refused))).toEqual([]);
  expect(written.length).toBeGreaterThan(PEOPLE);
  expect(deeds.some(({ refused }) => refused === "conflict")).toBe(true);
});
