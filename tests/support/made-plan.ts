/** Small plans, made the way people make them: handed in and accepted as they were read. */
import type { SeededCast } from "#db/seed/seed-cast.ts";
import type { Audience, Org } from "#modules/plan/domain.ts";
import { getVersionContent } from "#modules/plan/queries.ts";
import { acceptReview } from "#modules/plan/review/acceptance.ts";
import { handInDocument } from "#modules/plan/review/commands.ts";
import { outline } from "./outline.ts";
import { NOW, type Seat } from "./story.ts";

export const districtOf = (haywater: SeededCast): Org => ({
  kind: "district",
  id: haywater.districtId,
  name: "Haywater",
});
export const alderCreek = (haywater: SeededCast): Org => ({
  kind: "school",
  id: haywater.schools.alderCreek,
  name: "Alder Creek",
});

export interface Made {
  slug: string;
  planId: string;
  versionId: string;
  /** Ids of the goals, in order. */
  goals: string[];
}

export async function makePlan(
  { desk, actor }: Seat,
  org: Org,
  title: string,
  audience: Audience = "public",
): Promise<Made> {
  const plan = outline("Every child reads\nEvery student is known");
  const made = await desk.write(async (tx) => {
    const handed = await handInDocument(tx, actor, { org, name: "plan.txt", bytes: Buffer.from(title), ...plan }, NOW);
    if (!handed.ok) return handed;
    const acceptance = { title, org, audience, kind: "strategic", supersedesId: null } as const;
    return acceptReview(tx, actor, handed.value, 0, acceptance, NOW);
  });
  if (!made.ok) throw new Error(made.problem.kind);
  const { nodes } = await desk.read((tx) => getVersionContent(tx, actor.districtId, made.value.versionId));
  return { ...made.value, goals: nodes.map(({ elementId }) => elementId) };
}
