/** Two people edit one draft: what each writes stands, or they are told; and every earlier text can be had again. */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { listEvents } from "#modules/people/event-log.ts";
import { adoptBy } from "#tests/support/adopted.ts";
import { arbitraryEdit } from "#tests/support/arbitrary-edit.ts";
import { alderCreek, districtOf, makePlan } from "#tests/support/made-plan.ts";
import { NOW, type Seat, test } from "#tests/support/story.ts";
import { findPlan, findStandingVersion, getVersionContent } from "../queries.ts";
import { applyChanges } from "../text/changes.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";
import { editDraft, revertEdit } from "./commands.ts";
import type { Edit } from "./edit.ts";
import { getDraft, listEdits, textBefore } from "./queries.ts";
import { startDraft } from "./start-draft.ts";

const start = ({ desk, actor }: Seat, slug: string) => desk.write((tx) => startDraft(tx, actor, slug, NOW));
const edit = ({ desk, actor }: Seat, slug: string, seen: number, what: Edit) =>
  desk.write((tx) => editDraft(tx, actor, slug, seen, what, NOW));
const takeBack = ({ desk, actor }: Seat, slug: string, n: number) =>
  desk.write((tx) => revertEdit(tx, actor, slug, n, NOW));

async function draftNow({ desk, actor }: Seat, slug: string) {
  return desk.read(async (tx) => {
    const plan = await findPlan(tx, actor.districtId, slug);
    const draft = plan && (await getDraft(tx, actor.districtId, plan));
    if (!draft) throw new Error(`${slug} has no draft`);
    return { ...draft, history: await listEdits(tx, actor.districtId, draft.version.id) };
  });
}
async function standing({ desk, actor }: Seat, slug: string): Promise<{ n: number; text: VersionText }> {
  return desk.read(async (tx) => {
    const plan = await findPlan(tx, actor.districtId, slug);
    const version = plan && (await findStandingVersion(tx, actor.districtId, plan.id));
    if (!version) throw new Error(`there is no ${slug}`);
    return { n: version.n, text: versionTextOf(version, await getVersionContent(tx, actor.districtId, version.id)) };
  });
}
const titles = ({ nodes }: VersionText) => nodes.map(({ title }) => title);

const title = (address: string, words: string): Edit => ({
  do: "change",
  element: "node",
  address,
  words: { title: words },
});
const add = (target: string, words: string): Edit => ({
  do: "add",
  element: "node",
  place: { way: "after", target },
  words: { title: words },
});

describe("a draft of the next version", () => {
  test("has the words of the one that stands, number and all; the public still reads that one", async ({
    as,
    haywater,
    database,
  }) => {
    const [wren, anyone] = [await as("wren"), await as("public")];
    const { slug } = await makePlan(wren, districtOf(haywater), "Started");
    expect(await edit(wren, slug, 0, title("goal-1", "Every child reads early"))).toMatchObject({ ok: true });
    await adoptBy(database, wren, slug);
    const before = await standing(wren, slug);
    expect(await start(wren, slug)).toMatchObject({ ok: true, value: { n: 2 } });
    const draft = await draftNow(wren, slug);
    expect(draft).toMatchObject({ edits: 0, history: [], version: { n: 2, status: "draft", audience: "staff" } });
    expect(draft.text).toEqual(before.text);

    expect(await edit(wren, slug, 0, title("goal-1", "Every child reads by nine"))).toMatchObject({ ok: true });
    expect(titles((await draftNow(wren, slug)).text)[0]).toBe("Every child reads by nine");
    expect(await standing(anyone, slug)).toEqual(before);
  });

  test("is one: the second who starts is told, even at the same moment; a plan never adopted is its own draft", async ({
    as,
    haywater,
    database,
  }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "Twice started");
    expect(await start(wren, slug)).toEqual({ ok: false, problem: { kind: "draft-exists" } });
    await adoptBy(database, wren, slug);
    const both = await Promise.all([start(wren, slug), start(wren, slug)]);
    expect(both.filter(({ ok }) => ok).length).toBe(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "draft-exists" } });
    expect(await start(wren, slug)).toEqual({ ok: false, problem: { kind: "draft-exists" } });
  });

  test("is kept by those who keep the plan, and by no one while it lies before the public", async ({
    as,
    haywater,
    database,
  }) => {
    const [wren, joon, teodoro] = [await as("wren"), await as("joon"), await as("teodoro")];
    const notAllowed = { ok: false, problem: { kind: "not-allowed", because: "role.keeper-only" } };
    const district = await makePlan(wren, districtOf(haywater), "The district's");
    const school = await makePlan(joon, alderCreek(haywater), "The school's");
    expect(await edit(joon, school.slug, 0, title("goal-1", "Ours"))).toMatchObject({ ok: true });
    expect(await edit(joon, district.slug, 0, title("goal-1", "Not ours"))).toEqual(notAllowed);
    expect(await edit(teodoro, school.slug, 0, title("goal-1", "No"))).toEqual(notAllowed);
    expect(await takeBack(teodoro, school.slug, 1)).toEqual(notAllowed);
    expect(await start(joon, district.slug)).toEqual(notAllowed);
    expect(await edit(wren, "no-such-plan", 0, title("goal-1", "x"))).toEqual({
      ok: false,
      problem: { kind: "not-found" },
    });

    await wren.desk.write(async (tx) => {
      await tx
        .updateTable("plan.version")
        .set({ status: "proposed", proposedAt: NOW })
        .where("id", "=", district.versionId)
        .execute();
      return { ok: true, value: null };
    });
    const proposed = { ok: false, problem: { kind: "proposed" } };
    expect(await edit(wren, district.slug, 0, title("goal-1", "Late"))).toEqual(proposed);
    await adoptBy(database, wren, district.slug);
    expect(await edit(wren, district.slug, 0, title("goal-1", "Too late"))).toEqual({
      ok: false,
      problem: { kind: "no-draft" },
    });
    expect(titles((await standing(wren, district.slug)).text)[0]).toBe("Every child reads");
  });
});

describe("two people at once", () => {
  test("who change the same words: the second is told whose they are, and sees both", async ({ as, haywater }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Same words");
    expect(await edit(joon, slug, 0, title("goal-1", "Everyone reads"))).toEqual({
      ok: true,
      value: { n: 1, added: null },
    });
    const told = await edit(wren, slug, 0, title("goal-1", "All children read"));
    expect(told).toMatchObject({
      ok: false,
      problem: {
        kind: "conflict",
        over: [
          {
            mine: { address: "goal-1", field: "title", old: "Every child reads", now: "All children read" },
            theirs: { now: "Everyone reads" },
            by: "Joon Ha Baek",
            at: NOW,
          },
        ],
      },
    });
    expect(titles((await draftNow(wren, slug)).text)[0]).toBe("Everyone reads");
    expect(await edit(wren, slug, 1, title("goal-1", "All children read"))).toMatchObject({ ok: true });
    expect(titles((await draftNow(wren, slug)).text)[0]).toBe("All children read");
  });

  test("who work elsewhere keep both, whatever stands between them meanwhile", async ({ as, haywater }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Elsewhere");
    expect(await edit(joon, slug, 0, add("goal-1", "Between"))).toMatchObject({ value: { n: 1, added: "goal-3" } });
    expect(await edit(wren, slug, 0, add("goal-1", "Also between"))).toMatchObject({
      value: { n: 2, added: "goal-4" },
    });
    expect(await edit(joon, slug, 1, title("goal-2", "Known"))).toMatchObject({ ok: true });
    expect(
      await edit(wren, slug, 0, { do: "move", element: "node", address: "goal-2", to: { way: "up" } }),
    ).toMatchObject({ ok: true });
    expect(titles((await draftNow(wren, slug)).text)).toEqual([
      "Known",
      "Every child reads",
      "Also between",
      "Between",
    ]);
  });

  test("at the same moment: each edit stands, or its author is told", async ({ as, haywater }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Same moment");
    const all = await Promise.all(
      [wren, joon, wren, joon].map((who, at) => edit(who, slug, 0, title("goal-1", `Words ${at}`))),
    );
    expect(all.filter(({ ok }) => ok).length).toBe(1);
    for (const one of all) if (!one.ok) expect(one.problem.kind).toBe("conflict");
    expect((await draftNow(wren, slug)).edits).toBe(1);
  });
});

describe("whoever was told of a conflict", () => {
  const words = (title: string, owner: string): Edit => ({
    do: "change",
    element: "node",
    address: "goal-1",
    words: { title, owner, dates: null },
  });
  const insist = ({ desk, actor }: Seat, slug: string, seen: number, what: Edit, told: number) =>
    desk.write((tx) => editDraft(tx, actor, slug, seen, what, NOW, told));

  test("may put their words over the others', and over nothing else", async ({ as, haywater }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Insisted");
    await edit(joon, slug, 0, {
      do: "change",
      element: "node",
      address: "goal-1",
      words: { title: "Theirs", dates: "June" },
    });
    expect(await edit(wren, slug, 0, words("Mine", "Wren"))).toMatchObject({ ok: false });
    expect(await insist(wren, slug, 0, words("Mine", "Wren"), 1)).toMatchObject({ ok: true });
    expect((await draftNow(wren, slug)).text.nodes[0]).toMatchObject({ title: "Mine", owner: "Wren", dates: "June" });
  });

  test("is told again of what came in between", async ({ as, haywater }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Told again");
    await edit(joon, slug, 0, title("goal-1", "Theirs"));
    await edit(joon, slug, 1, title("goal-1", "Theirs anew"));
    expect(await insist(wren, slug, 0, words("Mine", "Wren"), 1)).toMatchObject({
      ok: false,
      problem: { kind: "conflict", over: [{ theirs: { now: "Theirs anew" } }] },
    });
    expect(await insist(wren, slug, 0, words("Mine", "Wren"), 2)).toMatchObject({ ok: true });
    await edit(joon, slug, 3, { do: "drop", element: "node", address: "goal-1" });
    expect(await insist(wren, slug, 3, words("Mine again", "Wren"), 4)).toEqual({
      ok: false,
      problem: { kind: "gone", address: "goal-1" },
    });
  });
});

describe("an edit", () => {
  test("of nothing is none, and a refused one leaves no trace", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { slug } = await makePlan(wren, districtOf(haywater), "No trace");
    expect(await edit(wren, slug, 0, title("goal-1", " Every child reads "))).toEqual({
      ok: true,
      value: { n: null, added: null },
    });
    expect(await edit(wren, slug, 0, title("goal-9", "x"))).toEqual({
      ok: false,
      problem: { kind: "gone", address: "goal-9" },
    });
    expect(await draftNow(wren, slug)).toMatchObject({ edits: 0, history: [] });
  });

  test("on a page that stood open over hundreds of others' edits is refused, and asks for a fresh look", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { slug, versionId } = await makePlan(wren, districtOf(haywater), "Far behind");
    await wren.desk.write(async (tx) => {
      const row = { districtId: haywater.districtId, versionId, orgId: haywater.districtId, changes: "[]" };
      const rows = Array.from({ length: 302 }, (_, at) => ({ ...row, n: at + 1 }));
      await tx.insertInto("plan.edit").values(rows).execute();
      return { ok: true, value: null };
    });
    const farBehind = { ok: false, problem: { kind: "far-behind" } };
    expect(await edit(wren, slug, 0, title("goal-1", "Late"))).toEqual(farBehind);
    expect(await takeBack(wren, slug, 1)).toEqual(farBehind);
    expect(await edit(wren, slug, 2, title("goal-1", "In time"))).toMatchObject({ ok: true, value: { n: 303 } });
  });

  test("is in the log as a small step: who and when; its words are in the draft's own list", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { slug, planId } = await makePlan(wren, districtOf(haywater), "Logged");
    await edit(wren, slug, 0, title("goal-1", "Logged words"));
    await takeBack(wren, slug, 1);
    const events = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 5 }));
    expect(events.filter(({ subjectId }) => subjectId === planId).map(({ action, after }) => [action, after])).toEqual([
      ["edit-draft", { version: 1, edit: 2, takesBack: 1 }],
      ["edit-draft", { version: 1, edit: 1 }],
    ]);
  });

  test("is taken back as a further edit, with what was dropped at its old address; not if others built on it", async ({
    as,
    haywater,
  }) => {
    const [wren, joon] = [await as("wren"), await as("joon")];
    const { slug } = await makePlan(joon, alderCreek(haywater), "Taken back");
    const before = await draftNow(joon, slug);
    await edit(joon, slug, 0, { do: "drop", element: "node", address: "goal-1" });
    await edit(wren, slug, 1, title("goal-2", "Still here"));
    expect(await takeBack(joon, slug, 1)).toMatchObject({ ok: true, value: { n: 3 } });
    const after = await draftNow(joon, slug);
    expect(titles(after.text)).toEqual(["Every child reads", "Still here"]);
    expect(after.content.nodes[0]?.elementId).toBe(before.content.nodes[0]?.elementId);

    await edit(wren, slug, 3, title("goal-2", "Later words"));
    expect(await takeBack(joon, slug, 2)).toMatchObject({
      ok: false,
      problem: { kind: "conflict", over: [{ theirs: { now: "Later words" }, by: "Wren Castellanos" }] },
    });
    expect(await takeBack(joon, slug, 9)).toEqual({ ok: false, problem: { kind: "not-found" } });
    // It is back already.
    expect(await takeBack(joon, slug, 1)).toEqual({ ok: true, value: { n: null, added: null } });
  });
});

test("whatever is done to a draft, the rows say what the edits made, and every earlier text can be had again", async ({
  as,
  haywater,
}) => {
  const wren = await as("wren");
  let plans = 0;
  const steps = fc.array(fc.oneof(arbitraryEdit, arbitraryEdit, fc.nat()), { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      plans += 1;
      const { slug } = await makePlan(wren, districtOf(haywater), `Any ${plans}`);
      const texts = [(await draftNow(wren, slug)).text];
      for (const step of taken) {
        const { text, edits } = await draftNow(wren, slug);
        const done =
          typeof step === "number"
            ? await takeBack(wren, slug, 1 + (step % Math.max(1, edits)))
            : await edit(wren, slug, edits, step(text));
        const now = await draftNow(wren, slug);
        if (!done.ok) expect(now.text).toEqual(text);
        if (now.edits > edits) texts.push(now.text);
      }
      const { text, history } = await draftNow(wren, slug);
      expect(history.map(({ n }) => n)).toEqual(texts.slice(1).map((_, at) => at + 1));
      for (const [n, earlier] of texts.entries()) expect(textBefore(text, history.slice(n))).toEqual(earlier);
      const replayed = history.reduce((at, { changes }) => {
        const next = applyChanges(at, changes);
        if (!next.ok) throw new Error(next.problem.address);
        return next.value;
      }, texts[0] as VersionText);
      expect(replayed).toEqual(text);
    }),
    { seed: 4, numRuns: 12 },
  );
}, 120_000);
