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

/** Steps of a review, edits of a draft, ties between two plans, comments read: one by one they would drown everything else. */
const COMMENTS = ["show-comment", "hide-comment", "return-comment"] as const;
export const SMALL_STEPS = ["take-review-step", "edit-draft", "align-element", ...COMMENTS] as const;
