/** What was ever part of a plan, and the way back to each of its versions. */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { adoptBy } from "#tests/support/adopted.ts";
import { standingText } from "#tests/support/amended.ts";
import { amendBy } from "#tests/support/amended-by.ts";
import { arbitraryEdits, arbitraryText } from "#tests/support/arbitrary-text.ts";
import { districtOf, makePlan } from "#tests/support/made-plan.ts";
import { test } from "#tests/support/story.ts";
import { type AdoptionRecord, listAdoptions } from "../adoption/queries.ts";
import { listVersions } from "../queries.ts";
import { applyChanges, type Change, changesBetween, invertChanges } from "../text/changes.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";
import { livesOf } from "./life.ts";
import { readElement, readLives } from "./read-lives.ts";

const DISTRICT = "Haywater Public Schools";

const dropSecond = (text: VersionText): VersionText => ({ ...text, nodes: text.nodes.slice(0, 1) });
const retitle = (text: VersionText): VersionText => {
  text.nodes[0]!.title = "Every child reads by third grade";
  return text;
};

describe("a plan that was amended twice", () => {
  test("still says under each address what stood there, who dropped it and why", async ({ as, haywater, database }) => {
    const [wren, anyone] = [await as("wren"), await as("public")];
    const { slug } = await makePlan(wren, districtOf(haywater), "Kept for good");
    await adoptBy(database, wren, slug);
    await amendBy(wren, slug, { on: "2026-10-06", reason: "Said more exactly.", change: retitle });
    await amendBy(wren, slug, { on: "2026-11-10", reason: "The state does this now.", change: dropSecond });
    const district = { id: haywater.districtId, name: DISTRICT };

    const read = (address: string) => anyone.desk.read((tx) => readElement(tx, district, slug, address));
    expect(await read("goal-1")).toMatchObject({
      dropped: null,
      element: { head: { version: 3, until: null } },
      life: {
        steps: [
          { what: "adopted", n: 1, on: "2026-09-15" },
          { what: "changed", n: 2, amends: 1, classes: ["text"] },
        ],
      },
    });
    expect(await read("GOAL-2")).toMatchObject({
      dropped: { n: 3, amends: 2, by: "Haywater Board of Education", reason: "The state does this now." },
      element: {
        address: "goal-2",
        head: { version: 2, until: "2026-11-10" },
        node: { title: "Every student is known" },
      },
      life: { isPresent: false, steps: [{ what: "adopted" }, { what: "dropped", classes: ["goal dropped"] }] },
    });
    expect(await read("goal-3")).toBeNull();

    const all = await anyone.desk.read((tx) => readLives(tx, haywater.districtId, slug));
    expect(all?.lives.map(({ address, isPresent }) => [address, isPresent])).toEqual([
      ["goal-1", true],
      ["goal-2", false],
    ]);
  });

  test("leads back to each of its versions, word for word, by its amendments alone", async ({
    as,
    haywater,
    database,
  }) => {
    const [wren, anyone] = [await as("wren"), await as("public")];
    const { slug, planId } = await makePlan(wren, districtOf(haywater), "The way back");
    await adoptBy(database, wren, slug);
    await amendBy(wren, slug, { on: "2026-10-06", reason: "Said more exactly.", change: retitle });
    await amendBy(wren, slug, { on: "2026-11-10", reason: "The state does this now.", change: dropSecond });
    const adoptions = await anyone.desk.read((tx) => listAdoptions(tx, haywater.districtId, planId));
    const versions = await anyone.desk.read((tx) => listVersions(tx, haywater.districtId, planId));
    expect(versions.map(({ n }) => n)).toEqual([1, 2, 3]);

    const told = rebuilt(await standingText(anyone, slug), adoptions);
    expect(told.map(fingerprintOf)).toEqual(adoptions.map(({ fingerprint }) => fingerprint).reverse());
  });

  test("is hidden from the public with all that it ever held, as long as staff alone may see it", async ({
    as,
    haywater,
  }) => {
    const [wren, anyone] = [await as("wren"), await as("public")];
    const { slug } = await makePlan(wren, districtOf(haywater), "Not shown", "staff");
    const district = { id: haywater.districtId, name: DISTRICT };
    expect(await anyone.desk.read((tx) => readElement(tx, district, slug, "goal-1"))).toBeNull();
    expect(await anyone.desk.read((tx) => readLives(tx, haywater.districtId, slug))).toBeNull();
    const draft = await wren.desk.read((tx) => readElement(tx, district, slug, "goal-1"));
    expect(draft).toMatchObject({ life: null, dropped: null });
  });
});

/** The newest text first, then each one before it. */
function rebuilt(newest: VersionText, adoptions: readonly Pick<AdoptionRecord, "amendment">[]): VersionText[] {
  const texts = [newest];
  for (const { amendment } of adoptions.toReversed()) {
    if (amendment === null) continue;
    const before = applyChanges(texts.at(-1) as VersionText, invertChanges(amendment.changes));
    if (!before.ok) throw new Error(JSON.stringify(before.problem));
    texts.push(before.value);
  }
  return texts;
}

describe("any plan, however it was amended", () => {
  const history = fc
    .tuple(arbitraryText, fc.array(arbitraryEdits, { minLength: 1, maxLength: 5 }))
    .map(([first, edits]) => {
      const texts = [first];
      for (const edit of edits) texts.push(edit(texts.at(-1)!));
      return texts;
    });

  const decided = (texts: readonly VersionText[]): AdoptionRecord[] =>
    texts.map((text, at) => ({
      ...{ versionId: String(at), n: at + 1, authority: "board", decidedOn: "2026-09-15", decidedBy: "The board" },
      ...{ motion: null, resolution: null, mover: null, seconder: null, votes: [], recordedAt: new Date(0) },
      fingerprint: fingerprintOf(text),
      amendment: at === 0 ? null : amendmentOf(at, changesBetween(texts[at - 1]!, text)),
    }));

  // As the database gives them back.
  const amendmentOf = (amends: number, changes: Change[]) => ({
    ...{ amends, type: "goal" as const, reason: "It had to." },
    changes: JSON.parse(JSON.stringify(changes)) as Change[],
  });

  test("is rebuilt version by version from its newest text and its amendments", () => {
    fc.assert(
      fc.property(history, (texts) => {
        const told = rebuilt(texts.at(-1)!, decided(texts));
        expect(told.map(fingerprintOf)).toEqual(texts.toReversed().map(fingerprintOf));
      }),
      { seed: 1127, numRuns: 150 },
    );
  });

  test("has a life for everything that any version held: there from the first on, or added and so on", () => {
    const cited = (text: VersionText) => {
      const { statement, node, guardrail, measure } = partsOf(text);
      return Object.entries({ statement, node, guardrail, measure }).flatMap(([part, all]) =>
        all.map(({ address }) => `${part} ${address}`),
      );
    };
    fc.assert(
      fc.property(history, (texts) => {
        const lives = livesOf(texts.at(-1)!, decided(texts));
        const keys = lives.map(({ element, address }) => `${element} ${address}`);
        expect(keys.toSorted()).toEqual([...new Set(texts.flatMap(cited))].sort());
        for (const { element, address, isPresent, steps } of lives) {
          const held = texts.map((text) => cited(text).includes(`${element} ${address}`));
          const told: boolean[] = [];
          for (const [at] of texts.entries()) {
            const step = steps.find(({ n, what }) => n === at + 1 && what !== "changed");
            told.push(step ? step.what !== "dropped" : (told.at(-1) ?? false));
          }
          expect(told).toEqual(held);
          expect(isPresent).toBe(held.at(-1));
        }
      }),
      { seed: 1127, numRuns: 150 },
    );
  });
});
