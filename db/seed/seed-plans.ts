/**
 * Hands in the documents of the sample district, accepts them as plans and says what supports what: each by whoever would do it,
 * by the commands that everyone uses, one document a transaction. What is there already stays as people have left it since.
 */
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { ok } from "#lib/result.ts";
import { type Actor, claimsOf, system } from "#modules/district/actor.ts";
import { findDistrict } from "#modules/district/queries.ts";
import { actorOf } from "#modules/people/domain.ts";
import { listGrants, listPeople } from "#modules/people/queries.ts";
import { align } from "#modules/plan/alignment/commands.ts";
import type { Reading } from "#modules/plan/document/reading.ts";
import type { SourceDocument } from "#modules/plan/document/source.ts";
import type { Org } from "#modules/plan/domain.ts";
import { findStandingVersion, getVersionContent, listOrgs, listPlans } from "#modules/plan/queries.ts";
import { acceptReview } from "#modules/plan/review/acceptance.ts";
import { handInDocument, takeStep } from "#modules/plan/review/commands.ts";
import { findReview, getOpenReview, listReviews, stateNow } from "#modules/plan/review/queries.ts";
import type { Database } from "#platform/db/database.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { CAST, DEPARTMENTS, SCHOOLS } from "./cast.ts";
import { DISTRICT_PLAN, SAMPLE_DOCUMENTS, type SampleDocument, STEPS_SO_FAR } from "./sample-plans.ts";
import { must } from "./seed-cast.ts";

/** A day on which everyone of the cast has the part that the story gives them, whatever this machine's clock says. */
const STORY_DAY = "2026-08-20";

type Desks = Pick<Database, "desk">;

export async function seedPlans(database: Desks, districtId: string, now: Date): Promise<void> {
  const program = system(districtId);
  const { orgs, actors, there } = await database.desk(claimsOf(program)).read(async (tx) => {
    const district = await findDistrict(tx, districtId);
    return {
      orgs: await listOrgs(tx, { id: districtId, name: district?.name ?? "" }),
      actors: await castActors(tx, districtId),
      there: new Set((await listReviews(tx, districtId)).map((review) => review.documentName)),
    };
  });
  for (const document of SAMPLE_DOCUMENTS) {
    const org = orgs.find(({ kind, name }) =>
      document.of === "district" ? kind === "district" : name === nameOf(document),
    );
    const actor = actors.get(CAST[document.by].email);
    // People may have renamed a school or sent someone away: their district is their own by now.
    if (there.has(document.file) || !org || !actor) continue;
    const opened = await openSample(document);
    must(
      await database.desk(claimsOf(actor)).write(async (tx) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`sample plans ${districtId}`}))`.execute(tx);
        const reviews = await listReviews(tx, districtId);
        if (reviews.some((review) => review.documentName === document.file)) return ok(null);
        const reviewId = must(await handInDocument(tx, actor, { org, name: document.file, ...opened }, now));
        if (document.plan === null) await takeStepsSoFar(tx, actor, reviewId, now);
        else await acceptSample(tx, actor, reviewId, org, document.plan, now);
        return ok(null);
      }),
    );
  }
}

const nameOf = ({ of }: SampleDocument): string | null =>
  of === "district"
    ? null
    : of in SCHOOLS
      ? SCHOOLS[of as keyof typeof SCHOOLS].name
      : DEPARTMENTS[of as keyof typeof DEPARTMENTS];

/** Everyone of the cast who has a part in the story, by e-mail address. */
export async function castActors(tx: ReadTx, districtId: string): Promise<Map<string, Actor>> {
  const grants = await listGrants(tx, districtId);
  const people = await listPeople(tx, districtId);
  return new Map(
    people.flatMap((person) => {
      const actor = actorOf(
        person,
        grants.filter(({ personId }) => personId === person.id),
        STORY_DAY,
      );
      return actor ? [[person.email, actor] as const] : [];
    }),
  );
}

interface Opened {
  bytes: Uint8Array;
  source: SourceDocument;
  reading: Reading;
}

/** The reader is loaded only where there is something to read: not at every start, and for no other command. */
async function openSample({ file }: SampleDocument): Promise<Opened> {
  const { openSource } = await import("#modules/plan/document/open-source.ts");
  const { readPlan } = await import("#modules/plan/document/read/read-plan.ts");
  const bytes = await readFile(new URL(`./documents/${file}`, import.meta.url));
  const source = must(await openSource(bytes, file));
  return { bytes, source, reading: readPlan(source) };
}

async function acceptSample(
  tx: WriteTx,
  actor: Actor,
  reviewId: string,
  org: Org,
  { title, kind, supersedes, supports = [], answers = [] }: NonNullable<SampleDocument["plan"]>,
  now: Date,
): Promise<void> {
  const { districtId } = actor;
  const plans = await listPlans(tx, districtId);
  const supersedesId = plans.find((plan) => plan.title === supersedes)?.id ?? null;
  const acceptance = { title, kind, org, audience: "public", supersedesId } as const;
  const { slug, versionId } = must(await acceptReview(tx, actor, reviewId, 0, acceptance, now));

  const own = await elementsByCode(tx, districtId, versionId);
  const districtPlan = plans.find((plan) => plan.title === DISTRICT_PLAN);
  const supported = districtPlan && (await findStandingVersion(tx, districtId, districtPlan.id));
  const theirs = supported ? await elementsByCode(tx, districtId, supported.id) : new Map<string, string>();
  for (const [code, to] of supports) {
    must(await align(tx, actor, slug, named(own, code), { elementId: named(theirs, to) }));
  }
  for (const [code, framework, frameworkCode] of answers) {
    must(await align(tx, actor, slug, named(own, code), { framework, code: frameworkCode }));
  }
}

async function elementsByCode(tx: ReadTx, districtId: string, versionId: string): Promise<Map<string, string>> {
  const { nodes } = await getVersionContent(tx, districtId, versionId);
  return new Map(nodes.map(({ code, elementId }) => [code ?? "", elementId]));
}

function named(elements: ReadonlyMap<string, string>, code: string): string {
  const id = elements.get(code);
  if (id === undefined) throw new Error(`the sample plan has no ${code}`);
  return id;
}

async function takeStepsSoFar(tx: WriteTx, actor: Actor, reviewId: string, now: Date): Promise<void> {
  for (const [seen, step] of STEPS_SO_FAR.entries()) {
    const review = await findReview(tx, actor.districtId, reviewId);
    if (!review) throw new Error("the review of the sample is not there");
    const { state } = stateNow(await getOpenReview(tx, review));
    const operation =
      step.do === "leave-line"
        ? { do: step.do, line: idWith(state.left, step.words) }
        : { do: step.do, item: idWith(state.items, step.words) };
    must(await takeStep(tx, actor, reviewId, seen, operation, now));
  }
}

function idWith(parts: readonly { id: string; text: string | null }[], words: string): string {
  const part = parts.find(({ text }) => text?.includes(words));
  if (!part) throw new Error(`the sample document has no “${words}”`);
  return part.id;
}
