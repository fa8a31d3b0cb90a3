/** What the log's things are called: those of people and district, and those of the plan, which people knows nothing of. */
import { type Names, readNames } from "#modules/people/log/names.ts";
import { listPlans } from "#modules/plan/queries.ts";
import { listReviews } from "#modules/plan/review/queries.ts";
import type { ReadTx } from "#platform/db/desk.ts";

export async function readEventNames(tx: ReadTx, districtId: string): Promise<Names> {
  const plans = (await listPlans(tx, districtId)).map(({ id, title }) => [id, title] as const);
  const reviews = (await listReviews(tx, districtId)).map(({ id, documentName }) => [id, documentName] as const);
  return { ...(await readNames(tx, districtId)), ...Object.fromEntries([...plans, ...reviews]) };
}

/** The single steps of a review, and each tie between two plans, would drown everything else on a first page. */
export const SMALL_STEPS = ["take-review-step", "align-element"] as const;
