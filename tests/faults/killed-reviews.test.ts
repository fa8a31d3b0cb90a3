/** The program is killed while documents are handed in, reviewed and accepted over HTTP: all of each step is there, or none. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { CAST, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { must, seedCast } from "#db/seed/seed-cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findReview, getOpenReview, stateNow } from "#modules/plan/review/queries.ts";
import { versionContent } from "#modules/plan/version-content.ts";
import { readSettings } from "#platform/config/settings.ts";
import type { Database } from "#platform/db/database.ts";
import { openInstallation } from "#platform/installation.ts";
import { engineName, newPlace } from "#tests/support/engine.ts";
import { PLAN_TEXT } from "#tests/support/plan-text.ts";
import { killAtRandom, type Ordeal } from "./kill.ts";
import { environmentOf, type Program, serve } from "./program.ts";

/** `KILLS=50 TEST_RING=faults …` for the whole ordeal. */
const TIMES = Number(process.env.KILLS ?? (engineName() === "postgres" ? 8 : 5));

type Deed = { review: string; steps: number } | { accepted: string };
type Served = Program & { url: string };

/** A form posted as a browser posts it; the address it leads to. */
async function post(url: string, cookie: string, form: Record<string, string>): Promise<string> {
  const body = new URLSearchParams(form);
  const answer = await fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { cookie, origin: new URL(url).origin },
  });
  const to = answer.headers.get("location");
  if (to === null) throw new Error(`${url} answered ${answer.status}`);
  return to;
}

async function signIn(url: string): Promise<string> {
  const body = new URLSearchParams({ email: CAST.wren.email, password: SAMPLE_PASSWORD });
  const answer = await fetch(`${url}/sign-in`, { method: "POST", body, redirect: "manual", headers: { origin: url } });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const STEPS = [
  { do: "promote", item: "n2" },
  { do: "rename-level", level: "goal", label: "Promise" },
  { do: "set-aside", item: "n6" },
  { do: "undo" },
];

const reviewing = (districtId: string): Ordeal<Deed> => ({
  begin: (place) => serve(place),
  work: async (program, done) => {
    const { url } = program as Served;
    const cookie = await signIn(url);
    for (;;) {
      const review = await post(`${url}/plan/documents`, cookie, { org: districtId, text: PLAN_TEXT });
      const id = review.split("/").at(-1) as string;
      done({ review: id, steps: 0 });
      for (const [seen, step] of STEPS.entries()) {
        await post(url + review, cookie, { seen: String(seen), ...step });
        done({ review: id, steps: seen + 1 });
      }
      const acceptance = {
        seen: String(STEPS.length),
        title: "River and page",
        org: districtId,
        kind: "strategic",
        audience: "public",
      };
      await post(`${url}${review}/acceptance`, cookie, acceptance);
      done({ accepted: id });
    }
  },
  check: async (database, deeds) => {
    const reviews = await listReviews(database, districtId);
    const wounds: string[] = [];
    for (const review of reviews.values()) wounds.push(...(await woundsOf(database, districtId, review)));
    for (const deed of deeds) {
      const kept = reviews.get("accepted" in deed ? deed.accepted : deed.review);
      if (kept === undefined) wounds.push(`${JSON.stringify(deed)} was answered, and is lost`);
      else if ("accepted" in deed ? kept.versionId === null : kept.steps < deed.steps)
        wounds.push(`${JSON.stringify(deed)} was answered, and is lost`);
    }
    const { rows } = await asKept<{ n: number }>(
      database,
      sql`
      select count(*)::int as n from plan.version v where not exists (select from plan.review r where r.version_id = v.id)
    `,
    );
    if (rows[0]?.n !== 0) wounds.push(`${rows[0]?.n} versions belong to no accepted review`);
    return wounds;
  },
});

interface Kept {
  id: string;
  versionId: string | null;
  steps: number;
  stepEvents: number;
  acceptEvents: number;
  rows: number;
}

async function asKept<Row>(database: Database, query: ReturnType<typeof sql>) {
  return database.owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    return query.execute(tx) as Promise<{ rows: Row[] }>;
  });
}

async function listReviews(database: Database, districtId: string): Promise<Map<string, Kept>> {
  const { rows } = await asKept<Kept>(
    database,
    sql`
    select r.id, r.version_id as "versionId",
      (select count(*)::int from plan.review_step s where s.review_id = r.id) as steps,
      (select count(*)::int from people.event e where e.subject_id = r.id::text and e.action = 'take-review-step') as "stepEvents",
      (select count(*)::int from people.event e where e.subject_id = r.id::text and e.action = 'accept-review') as "acceptEvents",
      (select count(*)::int from plan.node n where n.version_id = r.version_id)
        + (select count(*)::int from plan.statement t where t.version_id = r.version_id)
        + (select count(*)::int from plan.measure m where m.version_id = r.version_id) as rows
    from plan.review r where r.district_id = ${districtId}
  `,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a review and its plan lack of being whole. */
async function woundsOf(database: Database, districtId: string, kept: Kept): Promise<string[]> {
  const wounds: string[] = [];
  if (kept.stepEvents !== kept.steps)
    wounds.push(`review ${kept.id} has ${kept.steps} steps and ${kept.stepEvents} events`);
  if (kept.acceptEvents !== (kept.versionId === null ? 0 : 1))
    wounds.push(`review ${kept.id} is accepted without its event`);
  const desk = database.desk(claimsOf(system(districtId)));
  const state = await desk.read(async (tx) => {
    const review = await findReview(tx, districtId, kept.id);
    return review && stateNow(await getOpenReview(tx, review)).state;
  });
  if (state === null) return [...wounds, `review ${kept.id} cannot be opened`];
  if (kept.versionId === null) return wounds;
  const { nodes, statements, measures } = versionContent(state, () => "x");
  const expected = nodes.length + statements.length + measures.length;
  if (kept.rows !== expected) wounds.push(`the plan of review ${kept.id} has ${kept.rows} of ${expected} rows`);
  return wounds;
}

test(`after ${TIMES} kills no document, step or acceptance is half done, and none that was answered is lost`, {
  timeout: 900_000,
}, async () => {
  const place = await newPlace();
  const settings = must(readSettings(environmentOf(place) as Record<string, string>, "/"));
  const installation = must(await openInstallation(settings));
  const { districtId } = must(await seedCast(installation.database, { accounts: installation.accounts }));
  await installation.close();
  const { deeds, wounds } = await killAtRandom(place, reviewing(districtId), {
    times: TIMES,
    longest: 2_500,
    seed: 20_261_121,
  });
  expect(wounds).toEqual([]);
  expect(deeds.some((deed) => "accepted" in deed)).toBe(true);
  await place.remove();
});
