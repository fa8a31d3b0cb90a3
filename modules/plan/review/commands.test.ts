import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { describe, expect } from "vitest";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { outline } from "#tests/support/outline.ts";
import { NOW, type Seat, test } from "#tests/support/story.ts";
import { setAudience } from "../commands.ts";
import type { Org } from "../domain.ts";
import { findPlan, findStandingVersion, getVersionContent } from "../queries.ts";
import { acceptReview } from "./acceptance.ts";
import { handInDocument, setReviewAside, takeReview, takeStep } from "./commands.ts";
import { findReview, getOpenReview, listReviews, stateNow } from "./queries.ts";

const PLAN = outline(`
Every child reads
  Teach one phonics sequence
Every student is known
? see also the annex
`);

const districtOrg = (haywater: SeededCast): Org => ({ kind: "district", id: haywater.districtId, name: "Haywater" });
const schoolOrg = (haywater: SeededCast): Org => ({
  kind: "school",
  id: haywater.schools.alderCreek,
  name: "Alder Creek",
});

async function handIn(seat: Seat, org: Org, plan = PLAN): Promise<string> {
  const bytes = Buffer.from(plan.source.text);
  const done = await seat.desk.write((tx) =>
    handInDocument(tx, seat.actor, { org, name: "plan.txt", bytes, ...plan }, NOW),
  );
  if (!done.ok) throw new Error(done.problem.kind);
  return done.value;
}

const acceptance = (org: Org) =>
  ({ title: "The river plan", kind: "strategic", org, audience: "public", supersedesId: null }) as const;

describe("a document in review", () => {
  test("is left, found again, and goes on where it was", async ({ as, haywater }) => {
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater));
    const step = (seen: number, item: string) =>
      wren.desk.write((tx) => takeStep(tx, wren.actor, id, seen, { do: "promote", item }, NOW));
    expect(await step(0, "n2")).toEqual({ ok: true, value: 1 });
    const again = await wren.desk.read(async (tx) => {
      const review = await findReview(tx, haywater.districtId, id);
      return review && { steps: review.steps, state: stateNow(await getOpenReview(tx, review)).state };
    });
    expect(again?.steps).toBe(1);
    expect(again?.state.items.map((item) => item.parentId)).toEqual([null, null, null]);
    expect(await wren.desk.read((tx) => listReviews(tx, haywater.districtId))).toHaveLength(1);
  });

  test("a second person sees who works on it, may take it over, and then the first is told", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const ines = await as("ines");
    const id = await handIn(wren, districtOrg(haywater));
    const step = (seat: Seat, seen: number) =>
      seat.desk.write((tx) => takeStep(tx, seat.actor, id, seen, { do: "lower", item: "n1" }, NOW));
    expect(await step(ines, 0)).toEqual({ ok: false, problem: { kind: "held", by: "Wren Castellanos", since: NOW } });
    expect((await ines.desk.write((tx) => takeReview(tx, ines.actor, id, NOW))).ok).toBe(true);
    expect(await step(ines, 0)).toEqual({ ok: true, value: 1 });
    expect(await step(wren, 1)).toMatchObject({ problem: { kind: "held", by: "Ines Marchetti" } });
  });

  test("two windows of one person: the older one is told that it is behind, and changes nothing", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater));
    const step = () => wren.desk.write((tx) => takeStep(tx, wren.actor, id, 0, { do: "lower", item: "n1" }, NOW));
    const [first, second] = await Promise.all([step(), step()]);
    const outcomes = [first, second].map((each) => (each.ok ? "taken" : each.problem.kind)).sort();
    expect(outcomes).toEqual(["stale", "taken"]);
    const review = await wren.desk.read((tx) => findReview(tx, haywater.districtId, id));
    expect(review?.steps).toBe(1);
  });

  test("a step that does not fit is refused and not kept", async ({ as, haywater }) => {
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater));
    const refused = await wren.desk.write((tx) => takeStep(tx, wren.actor, id, 0, { do: "promote", item: "n1" }, NOW));
    expect(refused).toEqual({ ok: false, problem: { kind: "nowhere-to-go" } });
    expect((await wren.desk.read((tx) => findReview(tx, haywater.districtId, id)))?.steps).toBe(0);
  });

  test("a principal reviews the own school's document, and neither hands one in for the district nor sees the district's", async ({
    as,
    haywater,
  }) => {
    const joon = await as("joon");
    const wren = await as("wren");
    const own = await handIn(joon, schoolOrg(haywater));
    const districts = await handIn(wren, districtOrg(haywater));
    expect(await joon.desk.read((tx) => findReview(tx, haywater.districtId, own))).not.toBeNull();
    expect(await joon.desk.read((tx) => findReview(tx, haywater.districtId, districts))).toBeNull();
    const bytes = Buffer.from("x");
    const refused = await joon.desk.write((tx) =>
      handInDocument(tx, joon.actor, { org: districtOrg(haywater), name: "x", bytes, ...PLAN }, NOW),
    );
    expect(refused).toMatchObject({ problem: { kind: "not-allowed", because: "role.keeper-only" } });
    const asDistrict = await joon.desk.write((tx) =>
      acceptReview(tx, joon.actor, own, 0, acceptance(districtOrg(haywater)), NOW),
    );
    expect(asDistrict).toMatchObject({ problem: { kind: "not-allowed" } });
  });
});

describe("accepting", () => {
  test("makes a draft plan with every element at its address, which the public reads if it was shown", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const visitor = await as("public");
    const id = await handIn(wren, districtOrg(haywater));
    const accepted = await wren.desk.write((tx) =>
      acceptReview(tx, wren.actor, id, 0, acceptance(districtOrg(haywater)), NOW),
    );
    if (!accepted.ok) throw new Error(accepted.problem.kind);
    const { slug, versionId } = accepted.value;
    const content = await visitor.desk.read((tx) => getVersionContent(tx, haywater.districtId, versionId));
    expect(content.nodes.map(({ address, title, levelKey }) => ({ address, title, levelKey }))).toEqual([
      { address: "goal-1", title: "Every child reads", levelKey: "goal" },
      { address: "goal-1.1", title: "Teach one phonics sequence", levelKey: "strategy" },
      { address: "goal-2", title: "Every student is known", levelKey: "goal" },
    ]);
    expect(content.nodes[1]?.parentId).toBe(content.nodes[0]?.elementId);

    const withdrawn = await wren.desk.write((tx) => setAudience(tx, wren.actor, slug, "staff", NOW));
    expect(withdrawn.ok).toBe(true);
    expect(await visitor.desk.read((tx) => findPlan(tx, haywater.districtId, slug))).toBeNull();
    expect((await visitor.desk.read((tx) => getVersionContent(tx, haywater.districtId, versionId))).nodes).toEqual([]);
    const teodoro = await as("teodoro");
    expect((await teodoro.desk.read((tx) => getVersionContent(tx, haywater.districtId, versionId))).nodes).toHaveLength(
      3,
    );
  });

  test("happens once: the second acceptance, and any step after it, finds the review closed", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater));
    const accept = () =>
      wren.desk.write((tx) => acceptReview(tx, wren.actor, id, 0, acceptance(districtOrg(haywater)), NOW));
    const outcomes = (await Promise.all([accept(), accept()]))
      .map((each) => (each.ok ? "accepted" : each.problem.kind))
      .sort();
    expect(outcomes).toEqual(["accepted", "closed"]);
    const late = await wren.desk.write((tx) => takeStep(tx, wren.actor, id, 0, { do: "lower", item: "n1" }, NOW));
    expect(late).toEqual({ ok: false, problem: { kind: "closed" } });
  });

  test("two plans of one title get two addresses", async ({ as, haywater }) => {
    const wren = await as("wren");
    const slugs: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const id = await handIn(wren, districtOrg(haywater));
      const title = { ...acceptance(districtOrg(haywater)), title: "Twice" };
      const accepted = await wren.desk.write((tx) => acceptReview(tx, wren.actor, id, 0, title, NOW));
      if (accepted.ok) slugs.push(accepted.value.slug);
    }
    expect(slugs).toEqual(["twice", "twice-2"]);
  });

  test("a review with nothing placed is not accepted; a document put aside stays on record", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const empty = await handIn(wren, districtOrg(haywater), outline("# Nothing here"));
    const refused = await wren.desk.write((tx) =>
      acceptReview(tx, wren.actor, empty, 0, acceptance(districtOrg(haywater)), NOW),
    );
    expect(refused).toEqual({ ok: false, problem: { kind: "nothing-placed" } });
    expect((await wren.desk.write((tx) => setReviewAside(tx, wren.actor, empty, NOW))).ok).toBe(true);
    expect((await wren.desk.read((tx) => findReview(tx, haywater.districtId, empty)))?.setAsideAt).toEqual(NOW);
  });

  test("a plan of ten thousand elements, twelve deep, is accepted whole", async ({ as, haywater }) => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `${"  ".repeat(n % 12)}Element ${n} of the plan`);
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater), outline(rows.join("\n")));
    const accepted = await wren.desk.write((tx) =>
      acceptReview(tx, wren.actor, id, 0, acceptance(districtOrg(haywater)), NOW),
    );
    if (!accepted.ok) throw new Error(accepted.problem.kind);
    const { nodes } = await wren.desk.read((tx) =>
      getVersionContent(tx, haywater.districtId, accepted.value.versionId),
    );
    expect(nodes).toHaveLength(10_000);
    expect(new Set(nodes.map((node) => node.address)).size).toBe(10_000);
  });

  test("every step leaves its event, signed", async ({ as, haywater }) => {
    const wren = await as("wren");
    const id = await handIn(wren, districtOrg(haywater));
    await wren.desk.write((tx) => takeStep(tx, wren.actor, id, 0, { do: "lower", item: "n1" }, NOW));
    await wren.desk.write((tx) => acceptReview(tx, wren.actor, id, 1, acceptance(districtOrg(haywater)), NOW));
    const events = await wren.desk.read((tx) =>
      sql<{
        action: string;
        personId: string;
      }>`select action, person_id from people.event where subject_id = ${id} order by id`.execute(tx),
    );
    expect(events.rows.map((event) => event.action)).toEqual(["hand-in-document", "take-review-step", "accept-review"]);
    expect(new Set(events.rows.map((event) => event.personId))).toEqual(new Set([haywater.people.wren]));
  });

  test("what is not there cannot be accepted", async ({ as, haywater }) => {
    const wren = await as("wren");
    const refused = await wren.desk.write((tx) =>
      acceptReview(tx, wren.actor, uuidv7(), 0, acceptance(districtOrg(haywater)), NOW),
    );
    expect(refused).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await wren.desk.read((tx) => findStandingVersion(tx, haywater.districtId, uuidv7()))).toBeNull();
  });
});
