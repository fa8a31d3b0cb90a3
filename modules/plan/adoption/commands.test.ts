/** The board adopts a plan, the plan is amended in the open, and nothing else moves it. */
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { BOARD } from "#db/seed/cast.ts";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { draftOf, fingerprintNow, standingText } from "#tests/support/amended.ts";
import { type BoardDecision as Board, boardVote, MEETING as ON, test } from "#tests/support/board.ts";
import { alderCreek, districtOf, makePlan } from "#tests/support/made-plan.ts";
import { NOW, type Seat, TODAY } from "#tests/support/story.ts";
import { align } from "../alignment/commands.ts";
import { listAlignments } from "../alignment/queries.ts";
import { findPlan, findStandingVersion, listVersions } from "../queries.ts";
import { applyChanges, invertChanges } from "../text/changes.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import type { VersionText } from "../text/version-text.ts";
import { DEFAULT_AUTHORITY } from "./authority.ts";
import { setAuthorities } from "./authority-commands.ts";
import { adoptPlan, amendPlan, type Deciding } from "./commands.ts";
import { listAdoptions } from "./queries.ts";

async function adopt(seat: Seat, slug: string) {
  const deciding = await boardVote(seat);
  const fingerprint = await fingerprintNow(seat, slug);
  return seat.desk.write((tx) => adoptPlan(tx, seat.actor, slug, { fingerprint, deciding }, TODAY, NOW));
}

async function adopted(seat: Seat, haywater: SeededCast, title: string): Promise<string> {
  const { slug } = await makePlan(seat, districtOf(haywater), title);
  expect(await adopt(seat, slug)).toMatchObject({ ok: true });
  return slug;
}

const retitled = (title: string) => (text: VersionText) => {
  text.nodes[0]!.title = title;
  return text;
};

async function amend(
  seat: Seat,
  slug: string,
  fingerprint: string,
  deciding: Deciding,
  reason = "It was said wrongly.",
) {
  return seat.desk.write((tx) => amendPlan(tx, seat.actor, slug, { fingerprint, reason, deciding }, TODAY, NOW));
}

describe("Wren records that the board adopted the plan", () => {
  test("with mover, seconder and each vote, of exactly this text", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { slug, planId } = await makePlan(wren, districtOf(haywater), "Every child across");
    const fingerprint = await fingerprintNow(wren, slug);
    const deciding = await boardVote(wren, { but: { "Abiola Feld": "no", "Ruth Tannenbaum": "absent" } });
    const done = await wren.desk.write((tx) => adoptPlan(tx, wren.actor, slug, { fingerprint, deciding }, TODAY, NOW));
    expect(done).toMatchObject({ ok: true, value: { n: 1 } });

    const anyone = await as("public");
    const [adoption] = await anyone.desk.read((tx) => listAdoptions(tx, haywater.districtId, planId));
    expect(adoption).toMatchObject({
      ...{ authority: "board", decidedOn: ON, decidedBy: "Haywater Board of Education", fingerprint, amendment: null },
      ...{ mover: "Margit Sundqvist", seconder: "Desmond Achterberg", resolution: "26-31" },
    });
    expect(adoption?.votes.map(({ name, choice }) => `${name}: ${choice}`)).toEqual([
      "Abiola Feld: no",
      "Desmond Achterberg: yes",
      "Lucia Ferreira: yes",
      "Margit Sundqvist: yes",
      "Pell Whitaker: yes",
      "Ruth Tannenbaum: absent",
      "Samuel Ottley: yes",
    ]);
  });

  test("and from then on the database itself refuses to change a word of it", async ({ as, haywater }) => {
    const wren = await as("wren");
    const slug = await adopted(wren, haywater, "Set in stone");
    const before = await fingerprintNow(wren, slug);
    const { districtId } = haywater;
    const { id: versionId } = (await wren.desk.read(async (tx) => {
      const plan = await findPlan(tx, districtId, slug);
      return findStandingVersion(tx, districtId, plan?.id ?? "");
    }))!;
    const attempts = [
      sql`update plan.node set title = 'Another promise' where version_id = ${versionId}`,
      sql`delete from plan.node where version_id = ${versionId}`,
      sql`update plan.level set label = 'Wish' where version_id = ${versionId}`,
    ];
    for (const attempt of attempts) {
      const done = await wren.desk.write(async (tx) => {
        const { numAffectedRows } = await attempt.execute(tx);
        return { ok: true, value: numAffectedRows } as const;
      });
      expect(done).toEqual({ ok: true, value: 0n });
    }
    const finals = [
      sql`update plan.version set period_printed = 'For ever' where id = ${versionId}`,
      sql`update plan.version set sealed = false, status = 'draft' where id = ${versionId}`,
      sql`update plan.adoption set decided_on = '2020-01-01' where version_id = ${versionId}`,
      sql`delete from plan.vote where version_id = ${versionId}`,
    ];
    for (const attempt of finals) {
      const tried = wren.desk.write(async (tx) => ({ ok: true, value: await attempt.execute(tx) }) as const);
      await expect(tried).rejects.toThrow();
    }
    expect(await fingerprintNow(wren, slug)).toBe(before);
  });

  test.for<[what: string, change: (board: Board, ids: Map<string, string>) => Partial<Board>, problem: object]>([
    ["tomorrow", () => ({ on: "2026-11-21" }), { kind: "in-the-future" }],
    ["on a day before there was a board", () => ({ on: "2016-01-01" }), { kind: "no-board" }],
    [
      "with the vote of someone who has none",
      ({ motion }, ids) => ({ motion: { ...motion, votes: new Map(motion.votes).set(ids.get("teacher")!, "yes") } }),
      { kind: "not-a-member" },
    ],
    [
      "with the vote of someone who has left the board",
      ({ motion }, ids) => ({
        motion: { ...motion, votes: new Map(motion.votes).set(ids.get("Hollis Kemp")!, "yes") },
      }),
      { kind: "not-a-member" },
    ],
    [
      "without asking everyone",
      ({ motion }) => ({ motion: { ...motion, votes: new Map([...motion.votes].slice(1)) } }),
      { kind: "vote-missing", name: "Abiola Feld" },
    ],
    [
      "moved by someone who was not there",
      ({ motion }) => ({ motion: { ...motion, votes: new Map(motion.votes).set(motion.mover, "absent") } }),
      { kind: "mover-missing" },
    ],
    [
      "seconded by the mover",
      ({ motion }) => ({ motion: { ...motion, seconder: motion.mover } }),
      { kind: "mover-seconds" },
    ],
  ])("but not %s", async ([, change, problem], { as, haywater }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "A plan to refuse");
    const people = await wren.desk.read((tx) => tx.selectFrom("people.person").select(["id", "name"]).execute());
    const ids = new Map(people.map(({ id, name }) => [name, id]));
    ids.set("teacher", haywater.people.teodoro);
    const board = await boardVote(wren);
    const deciding = { ...board, ...change(board, ids) };
    const fingerprint = await fingerprintNow(wren, slug);
    const done = await wren.desk.write((tx) => adoptPlan(tx, wren.actor, slug, { fingerprint, deciding }, TODAY, NOW));
    expect(done).toEqual({ ok: false, problem });
    const [version] = await versionsOf(wren, slug);
    expect(version).toMatchObject({ status: "draft", sealed: false });
  });

  test("but not when the motion failed, or too few were there", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "A plan voted down");
    const fingerprint = await fingerprintNow(wren, slug);
    const names = BOARD.filter(({ untilOn }) => untilOn === null).map(({ name }) => name);
    const against = Object.fromEntries(names.slice(0, 4).map((name) => [name, "no" as const]));
    const away = Object.fromEntries(names.slice(2).map((name) => [name, "absent" as const]));
    for (const [but, problem] of [
      [against, { kind: "not-carried", yes: 3, no: 4 }],
      [away, { kind: "no-quorum", present: 3, members: 7 }],
    ] as const) {
      const deciding = await boardVote(wren, { but });
      const done = await wren.desk.write((tx) =>
        adoptPlan(tx, wren.actor, slug, { fingerprint, deciding }, TODAY, NOW),
      );
      expect(done).toEqual({ ok: false, problem });
    }
  });

  test("but no text that changed since it was looked at, nor one that is adopted already", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "A plan that moved");
    const deciding = await boardVote(wren);
    const stale = { fingerprint: "0".repeat(64), deciding };
    expect(await wren.desk.write((tx) => adoptPlan(tx, wren.actor, slug, stale, TODAY, NOW))).toEqual({
      ok: false,
      problem: { kind: "text-changed" },
    });
    expect(await adopt(wren, slug)).toMatchObject({ ok: true });
    expect(await adopt(wren, slug)).toEqual({ ok: false, problem: { kind: "no-draft" } });
  });

  test("once, though two record it at the same moment", async ({ as, haywater }) => {
    const [wren, ines] = [await as("wren"), await as("ines")];
    const { slug } = await makePlan(wren, districtOf(haywater), "A plan adopted twice");
    const both = await Promise.all([adopt(wren, slug), adopt(ines, slug)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "no-draft" } });
  });

  test("and Joon, who keeps the plan of his school, cannot record it for the board", async ({ as, haywater }) => {
    const joon = await as("joon");
    const { slug } = await makePlan(joon, alderCreek(haywater), "Alder Creek");
    const deciding = await boardVote(await as("wren"));
    const fingerprint = await fingerprintNow(joon, slug);
    expect(
      await joon.desk.write((tx) => adoptPlan(tx, joon.actor, slug, { fingerprint, deciding }, TODAY, NOW)),
    ).toEqual({ ok: false, problem: { kind: "not-allowed", because: "role.decides-only" } });
    const sealing = joon.desk.write(async (tx) => {
      await sql`update plan.version set status = 'adopted', sealed = true where n = 1`.execute(tx);
      return { ok: true, value: null } as const;
    });
    await expect(sealing).rejects.toThrow(/version_adopted/);
  });
});

async function versionsOf(seat: Seat, slug: string) {
  return seat.desk.read(async (tx) => {
    const plan = await findPlan(tx, seat.actor.districtId, slug);
    return listVersions(tx, seat.actor.districtId, plan?.id ?? "");
  });
}

describe("an amendment", () => {
  test("keeps the old text and the new, the reason and who decided, and the old version stands beside it", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const slug = await adopted(wren, haywater, "To be amended");
    const before = await standingText(wren, slug);
    const fingerprint = await draftOf(wren, slug, retitled("Every child reads by the end of third grade"));
    expect(
      await amend(wren, slug, fingerprint, await boardVote(wren, { but: { "Pell Whitaker": "no" } })),
    ).toMatchObject({
      ok: true,
      value: { n: 2, type: "goal" },
    });
    const anyone = await as("public");
    const now = await standingText(anyone, slug);
    expect(now.nodes[0]?.title).toBe("Every child reads by the end of third grade");
    const plan = await anyone.desk.read((tx) => findPlan(tx, haywater.districtId, slug));
    const [, second] = await anyone.desk.read((tx) => listAdoptions(tx, haywater.districtId, plan?.id ?? ""));
    expect(second?.amendment).toMatchObject({ amends: 1, type: "goal", reason: "It was said wrongly." });
    const back = applyChanges(now, invertChanges(second?.amendment?.changes ?? []));
    expect(back).toEqual({ ok: true, value: before });
  });

  test("takes along what the elements support and answer", async ({ as, haywater }) => {
    const wren = await as("wren");
    const made = await makePlan(wren, districtOf(haywater), "With ties");
    const answer = { framework: "LCAP", code: "1" };
    await wren.desk.write((tx) => align(tx, wren.actor, made.slug, made.goals[0]!, answer));
    await wren.desk.write((tx) => align(tx, wren.actor, made.slug, made.goals[1]!, answer));
    expect(await adopt(wren, made.slug)).toMatchObject({ ok: true });
    const fingerprint = await draftOf(wren, made.slug, (text) => ({ ...text, nodes: text.nodes.slice(0, 1) }));
    const done = await amend(wren, made.slug, fingerprint, await boardVote(wren));
    if (!done.ok) throw new Error(done.problem.kind);
    const said = await wren.desk.read((tx) => listAlignments(tx, haywater.districtId, done.value.versionId));
    expect(said.map(({ elementId, framework }) => [elementId, framework])).toEqual([[made.goals[0], "LCAP"]]);
  });

  test("needs the authority that its type has in this district", async ({ as, haywater }) => {
    const [wren, ines] = [await as("wren"), await as("ines")];
    const slug = await adopted(wren, haywater, "Of many minds");
    const leader: Deciding = { authority: "superintendent", on: ON, personId: haywater.people.ines };
    const steward: Deciding = { authority: "steward", on: ON, personId: haywater.people.wren };
    const fingerprint = await draftOf(wren, slug, retitled("Another goal altogether"));
    const needs = { kind: "authority-too-small", type: "goal", needed: "board" };
    expect(await amend(wren, slug, fingerprint, leader)).toEqual({ ok: false, problem: needs });
    const looser = { ...DEFAULT_AUTHORITY, goal: "superintendent" } as const;
    expect(await ines.desk.write((tx) => setAuthorities(tx, ines.actor, looser, NOW))).toMatchObject({ ok: false });
    expect(await wren.desk.write((tx) => setAuthorities(tx, wren.actor, looser, NOW))).toEqual({
      ok: true,
      value: null,
    });
    const asked = { kind: "authority-too-small", type: "goal", needed: "superintendent" };
    expect(await amend(wren, slug, fingerprint, steward)).toEqual({ ok: false, problem: asked });
    expect(await amend(wren, slug, fingerprint, { ...leader, personId: haywater.people.wren })).toEqual({
      ok: false,
      problem: { kind: "no-such-office" },
    });
    expect(await amend(wren, slug, fingerprint, leader)).toMatchObject({ ok: true });
    await wren.desk.write((tx) => setAuthorities(tx, wren.actor, DEFAULT_AUTHORITY, NOW));
  });

  test("gives its reason, changes something, and comes after the decision before it", async ({ as, haywater }) => {
    const wren = await as("wren");
    const slug = await adopted(wren, haywater, "In order");
    const board = await boardVote(wren);
    const same = await draftOf(wren, slug, (text) => text);
    expect(await amend(wren, slug, same, board)).toEqual({ ok: false, problem: { kind: "nothing-changed" } });
    const other = await adopted(wren, haywater, "In order too");
    const fingerprint = await draftOf(wren, other, retitled("Said anew"));
    expect(await amend(wren, other, fingerprint, board, "  ")).toEqual({
      ok: false,
      problem: { kind: "reason-missing" },
    });
    const earlier = await boardVote(wren, { on: "2026-03-01" });
    expect(await amend(wren, other, fingerprint, earlier)).toEqual({
      ok: false,
      problem: { kind: "before-the-last", on: ON },
    });
    expect(await amend(wren, other, fingerprintOf(await standingText(wren, other)), board)).toEqual({
      ok: false,
      problem: { kind: "text-changed" },
    });
  });

  test("is not made of a plan that was never adopted", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "Never adopted");
    const fingerprint = await fingerprintNow(wren, slug);
    expect(await amend(wren, slug, fingerprint, await boardVote(wren))).toEqual({
      ok: false,
      problem: { kind: "never-adopted" },
    });
  });
});
