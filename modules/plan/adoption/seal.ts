/** A draft becomes what was decided: sealed, with the account of the decision. The rows are final from here on. */
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "#modules/district/actor.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import type { PlanRecord, VersionRecord } from "../queries.ts";
import type { Authority } from "./authority.ts";
import type { CarriedMotion, Vote } from "./motion.ts";

export interface Decision {
  authority: Authority;
  /** The day, in the district's calendar. */
  on: string;
  /** The body, or the person. */
  by: string;
  motion: (Omit<CarriedMotion, "votes"> & { votes: Vote[] }) | null;
}

/** `fingerprint` of the version's text. The plan's public sees what was decided about a public plan from this moment. */
export async function seal(
  tx: WriteTx,
  actor: Actor,
  plan: Pick<PlanRecord, "orgId" | "audience">,
  version: Pick<VersionRecord, "id" | "shownAt">,
  decision: Decision,
  fingerprint: string,
  now: Date,
): Promise<void> {
  const { districtId } = actor;
  const recordedBy = actor.person?.id ?? null;
  const isShown = plan.audience === "public";
  await tx
    .updateTable("plan.version")
    .set({
      status: "adopted",
      sealed: true,
      audience: plan.audience,
      ...(isShown && version.shownAt === null && { shownAt: now, shownBy: recordedBy }),
    })
    .where("districtId", "=", districtId)
    .where("id", "=", version.id)
    .execute();
  const whose = { districtId, versionId: version.id, orgId: plan.orgId, audience: plan.audience };
  const { authority, on, by, motion } = decision;
  await tx
    .insertInto("plan.adoption")
    .values({
      ...whose,
      authority,
      decidedOn: on,
      decidedBy: by,
      motion: motion?.wording ?? null,
      resolution: motion?.resolution ?? null,
      mover: motion?.mover ?? null,
      seconder: motion?.seconder ?? null,
      fingerprint,
      recordedBy,
      recordedAt: now,
    })
    .execute();
  const votes = (motion?.votes ?? []).map((vote, at) => ({ ...whose, ordinal: at + 1, ...vote }));
  await insertRows(tx, "plan.vote", votes);
}

/** What the elements of the version before support and answer, said of the same elements of the new one. */
export async function carryAlignments(
  tx: WriteTx,
  actor: Actor,
  plan: Pick<PlanRecord, "orgId" | "audience">,
  from: { id: string },
  to: { id: string; nodes: readonly { elementId: string }[] },
): Promise<void> {
  const { districtId } = actor;
  const said = await tx
    .selectFrom("plan.alignment")
    .select(["elementId", "kind", "toElementId", "framework", "frameworkCode", "planElsewhere", "elementElsewhere"])
    .where("districtId", "=", districtId)
    .where("versionId", "=", from.id)
    .execute();
  const still = new Set(to.nodes.map(({ elementId }) => elementId));
  const whose = { districtId, versionId: to.id, orgId: plan.orgId, audience: plan.audience };
  const rows = said.filter(({ elementId }) => still.has(elementId)).map((row) => ({ ...whose, id: uuidv7(), ...row }));
  await insertRows(tx, "plan.alignment", rows);
}
