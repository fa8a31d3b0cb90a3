import { sql } from "kysely";
import { describe, expect } from "vitest";
import { listEvents } from "#modules/people/event-log.ts";
import { adoptBy } from "#tests/support/adopted.ts";
import { alderCreek, districtOf, type Made, makePlan } from "#tests/support/made-plan.ts";
import { NOW, type Seat, TODAY, test } from "#tests/support/story.ts";
import { setAudience } from "../commands.ts";
import { editDraft } from "../draft/commands.ts";
import { startDraft } from "../draft/start-draft.ts";
import { findDraft, findStandingVersion, getVersionContent } from "../queries.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { versionTextOf } from "../text/version-text.ts";
import { moderateComment, writeComment } from "./commands.ts";
import { proposeVersion, withdrawProposal } from "./propose.ts";
import { countComments, countHidden, findProposal, listComments, listWaiting } from "./queries.ts";
import type { ModerationInput } from "./schema.ts";

const WHEN = { now: NOW, today: TODAY };
const UNTIL = "2026-12-04";

const seenBy = (seat: Seat, plan: Made) =>
  seat.desk.read(async (tx) => {
    const draft = await findDraft(tx, seat.actor.districtId, plan.planId);
    if (!draft) return "";
    return fingerprintOf(versionTextOf(draft, await getVersionContent(tx, seat.actor.districtId, draft.id)));
  });

async function propose(seat: Seat, plan: Made, commentUntil: string | null = UNTIL, when = WHEN) {
  const seen = await seenBy(seat, plan);
  return seat.desk.write((tx) => proposeVersion(tx, seat.actor, plan.slug, { commentUntil }, seen, when));
}

const withdraw = (seat: Seat, plan: Made) => seat.desk.write((tx) => withdrawProposal(tx, seat.actor, plan.slug));

const comment = (seat: Seat, plan: Made, text: string, address: string | null = null, today = TODAY) =>
  seat.desk.write((tx) =>
    writeComment(tx, seat.actor, plan.slug, address, { name: "Abuela", text }, { now: NOW, today }),
  );

const moderate = (seat: Seat, plan: Made, input: Partial<ModerationInput> & Pick<ModerationInput, "comment" | "do">) =>
  seat.desk.write((tx) => moderateComment(tx, seat.actor, plan.slug, { seen: "waiting", reason: "", ...input }, NOW));

const listFor = (seat: Seat, plan: Made, state: "waiting" | "shown" | "hidden") =>
  seat.desk.read((tx) => listComments(tx, seat.actor.districtId, plan.versionId, { states: [state] }));

const refused = (kind: string) => ({ ok: false, problem: { kind } });

describe("proposing a plan", () => {
  test("stands until it is withdrawn, and the log says both", async ({ as, haywater }) => {
    const wren = await as("wren");
    const plan = await makePlan(wren, districtOf(haywater), "Proposed once");
    expect(await propose(wren, plan)).toMatchObject({ ok: true, value: { status: "proposed", commentUntil: UNTIL } });
    expect(await propose(wren, plan)).toEqual(refused("already-proposed"));
    // Nothing else of the plan can be read, so it stays where it was shown.
    expect(await withdraw(wren, plan)).toMatchObject({ ok: true, value: { status: "draft", audience: "public" } });
    expect(await withdraw(wren, plan)).toEqual(refused("not-proposed"));
    const events = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 2 }));
    expect(events.map(({ action, personName, after }) => [action, personName, after])).toMatchObject([
      ["withdraw-proposal", "Wren Castellanos", { status: "draft", version: 1 }],
      ["propose-version", "Wren Castellanos", { status: "proposed", version: 1, commentUntil: UNTIL }],
    ]);
  });

  test("is refused for an unknown plan, an empty text, a day that is over, a text that was not looked at, and those who do not keep it", async ({
    as,
    haywater,
  }) => {
    const [wren, joon, teodoro] = [await as("wren"), await as("joon"), await as("teodoro")];
    const plan = await makePlan(wren, districtOf(haywater), "Refused");
    expect(await propose(wren, { ...plan, slug: "no-such-plan" })).toEqual(refused("not-found"));
    expect(await propose(wren, plan, "2026-11-19")).toEqual(refused("until-past"));
    const blind = await wren.desk.write((tx) =>
      proposeVersion(tx, wren.actor, plan.slug, { commentUntil: null }, "0".repeat(64), WHEN),
    );
    expect(blind).toEqual(refused("text-changed"));
    const notAllowed = { ok: false, problem: { kind: "not-allowed", because: "role.keeper-only" } };
    expect(await propose(joon, plan)).toEqual(notAllowed);
    expect(await propose(teodoro, plan)).toEqual(notAllowed);
    expect(await withdraw(teodoro, plan)).toEqual(notAllowed);
    await wren.desk.write(async (tx) => {
      await tx.deleteFrom("plan.node").where("versionId", "=", plan.versionId).execute();
      return { ok: true, value: null };
    });
    expect(await propose(wren, plan)).toEqual(refused("empty-plan"));
  });

  test("of a plan that only staff see asks no one for comment until the plan is shown", async ({ as, haywater }) => {
    const [joon, visitor] = [await as("joon"), await as("public")];
    const plan = await makePlan(joon, alderCreek(haywater), "Behind the door", "staff");
    expect(await propose(joon, plan)).toEqual(refused("plan-not-shown"));
    expect(await propose(joon, plan, null)).toMatchObject({ ok: true, value: { audience: "staff" } });
    expect(await comment(visitor, plan, "May I?")).toEqual(refused("not-found"));
    await joon.desk.write((tx) => setAudience(tx, joon.actor, plan.slug, "public", NOW));
    expect(await comment(visitor, plan, "May I now?")).toEqual(refused("not-asked"));
    await withdraw(joon, plan);
    expect(await propose(joon, plan, TODAY)).toMatchObject({ ok: true });
    expect((await comment(visitor, plan, "And now?")).ok).toBe(true);
  });
});

describe("commenting on a proposal", () => {
  test("anyone may, on the whole or on one element; only those who keep the plan see it until it is shown", async ({
    as,
    haywater,
  }) => {
    const [wren, joon, teodoro, visitor] = [
      await as("wren"),
      await as("joon"),
      await as("teodoro"),
      await as("public"),
    ];
    const plan = await makePlan(wren, districtOf(haywater), "Commented");
    await propose(wren, plan);
    expect((await comment(visitor, plan, "More books.", "GOAL-1")).ok).toBe(true);
    expect((await comment(visitor, plan, "Good plan.")).ok).toBe(true);
    expect(await comment(visitor, plan, "What?", "goal-77")).toEqual(refused("element-gone"));
    for (const seat of [visitor, joon, teodoro]) expect(await listFor(seat, plan, "waiting")).toEqual([]);
    const waiting = await listFor(wren, plan, "waiting");
    expect(waiting).toMatchObject([
      { text: "More books.", name: "Abuela", elementId: plan.goals[0] },
      { text: "Good plan.", elementId: null },
    ]);
    const waits = await wren.desk.read((tx) => listWaiting(tx, haywater.districtId));
    expect(waits.find(({ slug }) => slug === plan.slug)).toMatchObject({ title: "Commented", count: 2, since: NOW });

    const [books, good] = waiting.map(({ id }) => id) as [string, string];
    expect((await moderate(wren, plan, { comment: books, do: "show" })).ok).toBe(true);
    expect((await moderate(wren, plan, { comment: good, do: "hide", reason: "repeats" })).ok).toBe(true);
    for (const seat of [visitor, joon, teodoro]) {
      expect(await listFor(seat, plan, "shown")).toMatchObject([{ text: "More books." }]);
      expect(await listFor(seat, plan, "hidden")).toEqual([]);
    }
    expect(await listFor(wren, plan, "hidden")).toMatchObject([
      { moderatorName: "Wren Castellanos", moderatedAt: NOW, reason: "repeats" },
    ]);
    const system = await as("system");
    expect(await system.desk.read((tx) => countHidden(tx, haywater.districtId, plan.versionId))).toEqual([
      { elementId: null, reason: "repeats", count: 1 },
    ]);
  });

  test("ends with the last day, where the district is, and when the proposal is withdrawn; what was said stays on record", async ({
    as,
    haywater,
  }) => {
    const [wren, visitor] = [await as("wren"), await as("public")];
    const plan = await makePlan(wren, districtOf(haywater), "Ending");
    expect(await comment(visitor, plan, "Too early")).toEqual(refused("not-proposed"));
    await propose(wren, plan);
    expect((await comment(visitor, plan, "On the last day", null, UNTIL)).ok).toBe(true);
    expect(await comment(visitor, plan, "A day late", null, "2026-12-05")).toEqual(refused("over"));
    const [first] = await listFor(wren, plan, "waiting");
    await moderate(wren, plan, { comment: first?.id as string, do: "show" });
    await withdraw(wren, plan);
    expect(await comment(visitor, plan, "After it")).toEqual(refused("not-proposed"));
    const counts = await wren.desk.read((tx) => countComments(tx, haywater.districtId, plan.versionId));
    expect(counts).toEqual({ waiting: 0, shown: 1, hidden: 0 });
  });

  test("stops when the plan is shown to staff only", async ({ as, haywater }) => {
    const [wren, visitor] = [await as("wren"), await as("public")];
    const plan = await makePlan(wren, districtOf(haywater), "Shut");
    await propose(wren, plan);
    await wren.desk.write((tx) => setAudience(tx, wren.actor, plan.slug, "staff", NOW));
    expect(await comment(visitor, plan, "Hello?")).toEqual(refused("not-found"));
    expect(await listFor(visitor, plan, "shown")).toEqual([]);
  });
});

describe("proposing a change of what was adopted", () => {
  test("leaves what stands where it is; withdrawn, its words and what was said about them are for those who keep the plan", async ({
    as,
    haywater,
    database,
  }) => {
    const { districtId } = haywater;
    const [wren, visitor] = [await as("wren"), await as("public")];
    const plan = await makePlan(wren, districtOf(haywater), "Amended in the open");
    await adoptBy(database, wren, plan.slug);
    expect(await propose(wren, plan)).toEqual(refused("no-draft"));
    expect(await withdraw(wren, plan)).toEqual(refused("no-draft"));
    const draft = await wren.desk.write((tx) => startDraft(tx, wren.actor, plan.slug, NOW));
    expect(draft.ok).toBe(true);
    const readBy = (seat: Seat) =>
      seat.desk.read(async (tx) => ({
        standing: (await findStandingVersion(tx, districtId, plan.planId))?.n,
        proposal: await findProposal(tx, districtId, plan.planId),
      }));
    expect(await readBy(visitor)).toEqual({ standing: 1, proposal: null });
    expect(await propose(wren, plan)).toEqual(refused("nothing-changed"));
    const edit = {
      do: "change",
      element: "node",
      address: "goal-1",
      words: { title: "Every child reads well" },
    } as const;
    expect((await wren.desk.write((tx) => editDraft(tx, wren.actor, plan.slug, 0, edit, NOW))).ok).toBe(true);
    expect((await propose(wren, plan)).ok).toBe(true);
    const { standing, proposal } = await readBy(visitor);
    expect([standing, proposal?.n, proposal?.shownAt]).toEqual([1, 2, NOW]);

    expect((await comment(visitor, plan, "Better.", "goal-2")).ok).toBe(true);
    const second = { ...plan, versionId: proposal?.id ?? "" };
    const [better] = await listFor(wren, second, "waiting");
    await moderate(wren, plan, { comment: better?.id ?? "", do: "show" });
    expect(await listFor(visitor, second, "shown")).toHaveLength(1);
    expect(await withdraw(wren, plan)).toMatchObject({ ok: true, value: { audience: "staff", shownAt: null } });
    expect(await readBy(visitor)).toEqual({ standing: 1, proposal: null });
    expect(await listFor(visitor, second, "shown")).toEqual([]);
    const content = await visitor.desk.read((tx) => getVersionContent(tx, districtId, second.versionId));
    expect([content.nodes, content.levels]).toEqual([[], []]);
    expect(await listFor(wren, second, "shown")).toHaveLength(1);
  });
});

describe("reading comments first", () => {
  test("puts no other words into anyone's mouth: the database keeps what was written", async ({ as, haywater }) => {
    const [wren, family] = [await as("wren"), await as("public")];
    const plan = await makePlan(wren, districtOf(haywater), "Kept word for word");
    await propose(wren, plan);
    await comment(family, plan, "The bus comes at six.");
    const rewriting = wren.desk.write(async (tx) => {
      await sql`update plan.comment set text = 'All is well.' where version_id = ${plan.versionId}`.execute(tx);
      return { ok: true, value: null } as const;
    });
    await expect(rewriting).rejects.toThrow("a comment stays as it was written");
  });

  test("can be undone, tells who was first, and is for those who keep the plan", async ({ as, haywater }) => {
    const [wren, ines, teodoro, visitor] = [
      await as("wren"),
      await as("ines"),
      await as("teodoro"),
      await as("public"),
    ];
    const plan = await makePlan(wren, districtOf(haywater), "Moderated");
    const other = await makePlan(wren, districtOf(haywater), "Another");
    await propose(wren, plan);
    await comment(visitor, plan, "A word about a teacher");
    const id = (await listFor(wren, plan, "waiting"))[0]?.id as string;
    expect(await moderate(teodoro, plan, { comment: id, do: "show" })).toEqual(refused("not-found"));
    expect(await moderate(visitor, plan, { comment: id, do: "show" })).toEqual(refused("not-found"));
    expect(await moderate(wren, other, { comment: id, do: "show" })).toEqual(refused("not-found"));
    expect((await moderate(wren, plan, { comment: id, do: "hide", reason: "It names a teacher." })).ok).toBe(true);
    expect(await moderate(ines, plan, { comment: id, do: "show" })).toEqual(refused("read-by-another"));
    expect((await moderate(ines, plan, { comment: id, do: "return", seen: "hidden" })).ok).toBe(true);
    expect(await listFor(ines, plan, "waiting")).toMatchObject([{ reason: null, moderatedAt: null }]);
    expect((await moderate(ines, plan, { comment: id, do: "show" })).ok).toBe(true);
    const refusedTeodoro = await moderate(teodoro, plan, { comment: id, do: "hide", seen: "shown", reason: "x" });
    expect(refusedTeodoro).toEqual({ ok: false, problem: { kind: "not-allowed", because: "role.keeper-only" } });
    const events = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 3 }));
    expect(events.map(({ action, personName, because }) => [action, personName, because])).toEqual([
      ["show-comment", "Ines Marchetti", null],
      ["return-comment", "Ines Marchetti", null],
      ["hide-comment", "Wren Castellanos", "It names a teacher."],
    ]);
  });
});
