/** The address of a new plan. */
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import type { ReadTx } from "#platform/db/desk.ts";

/** Words that stand for something else after `/plan/`. */
export const NOT_SLUGS: readonly string[] = ["documents", "reviews", "handover", "authorities"];

/** Made of the title; counted on where a plan of the district stands there already. */
export async function freePlanSlug(tx: ReadTx, districtId: string, title: string): Promise<string> {
  const rows = await tx.selectFrom("plan.plan").select("slug").where("districtId", "=", districtId).execute();
  return freeSlug(slugOf(title, "plan"), new Set([...NOT_SLUGS, ...rows.map((row) => row.slug)]));
}
