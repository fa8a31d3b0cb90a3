/** A next version of a plan, as a draft that says something else than the one in force: however people came to it. */
import { v7 as uuidv7 } from "uuid";
import { elementsOf, rowsOf } from "#modules/plan/file/file-rows.ts";
import { insertContent } from "#modules/plan/insert-content.ts";
import { findDraft, findPlan, findStandingVersion, getVersionContent } from "#modules/plan/queries.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import { type VersionText, versionTextOf } from "#modules/plan/text/version-text.ts";
import type { Seat } from "./story.ts";

/** The words in force, or of the draft while nothing was adopted. */
export async function standingText({ desk, actor }: Seat, slug: string): Promise<VersionText> {
  return desk.read(async (tx) => {
    const plan = await findPlan(tx, actor.districtId, slug);
    const version = plan && (await findStandingVersion(tx, actor.districtId, plan.id));
    if (!version) throw new Error(`there is no ${slug}`);
    return versionTextOf(version, await getVersionContent(tx, actor.districtId, version.id));
  });
}

export const fingerprintNow = async (seat: Seat, slug: string): Promise<string> =>
  fingerprintOf(await standingText(seat, slug));

/** Of what is still to be decided. */
export const fingerprintOfDraft = ({ desk, actor: { districtId } }: Seat, slug: string): Promise<string> =>
  desk.read(async (tx) => {
    const plan = await findPlan(tx, districtId, slug);
    const draft = plan && (await findDraft(tx, districtId, plan.id));
    if (!draft) throw new Error(`there is no draft of ${slug}`);
    return fingerprintOf(versionTextOf(draft, await getVersionContent(tx, districtId, draft.id)));
  });

/** Returns the fingerprint of the draft. */
export async function draftOf(seat: Seat, slug: string, change: (text: VersionText) => VersionText): Promise<string> {
  const { desk, actor } = seat;
  const { districtId } = actor;
  const text = change(structuredClone(await standingText(seat, slug)));
  const done = await desk.write(async (tx) => {
    const plan = await findPlan(tx, districtId, slug);
    const standing = plan && (await findStandingVersion(tx, districtId, plan.id));
    if (!plan || !standing) throw new Error(`there is no ${slug}`);
    const known = await tx.selectFrom("plan.element").select(["id", "address"]).where("planId", "=", plan.id).execute();
    const ids = new Map(known.map(({ address, id }) => [address, id]));
    const fresh = elementsOf([{ text }], uuidv7).filter(({ address }) => !ids.has(address));
    for (const { address, id } of fresh) ids.set(address, id);
    const whose = { districtId, orgId: plan.orgId, planId: plan.id, versionId: uuidv7() };
    const { start = null, end = null, printed = null } = text.period ?? {};
    const period = { periodStart: start, periodEnd: end, periodPrinted: printed };
    const { versionId: id, ...own } = whose;
    await tx
      .insertInto("plan.version")
      .values({
        ...own,
        id,
        n: standing.n + 1,
        audience: "staff",
        createdAt: new Date("2026-11-20T15:00:00Z"),
        ...period,
      })
      .execute();
    const elements = fresh.map((row) => ({ ...row, audience: plan.audience }));
    await insertContent(tx, { ...whose, audience: "staff" }, { elements, ...rowsOf(text, ids) });
    return { ok: true, value: fingerprintOf(text) } as const;
  });
  if (!done.ok) throw new Error("the draft was refused");
  return done.value;
}
