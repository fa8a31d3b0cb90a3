/** The last amendments of a plan in a few words each: what its first page says of how it changed. */
import { sql } from "kysely";
import type { ReadTx } from "#platform/db/desk.ts";
import type { DecisionLine } from "../adoption/queries.ts";
import type { Name } from "../text/changes.ts";
import type { Part } from "../text/parts.ts";
import { type ClassCount, inOrder } from "./count-classes.ts";

/** Of the last decisions this many, and of each decision this many elements by name. */
const DECISIONS = 3;
const NAMED = 4;

export interface LatestAmendment {
  n: number;
  amends: number;
  reason: string;
  counts: ClassCount[];
  /** How many elements it changed, and the first of them. */
  count: number;
  elements: { element: Part; address: string; name: Name }[];
}

export interface LatestView {
  adopted: DecisionLine;
  /** The newest first. */
  amendments: (LatestAmendment & { decision: DecisionLine })[];
}

/** Null for a plan that was never adopted. What does not change is not read: a plan without amendments costs nothing. */
export async function readLatest(
  tx: ReadTx,
  districtId: string,
  planId: string,
  decisions: readonly DecisionLine[],
): Promise<LatestView | null> {
  const [adopted, ...later] = decisions;
  if (!adopted) return null;
  if (later.length === 0) return { adopted, amendments: [] };
  const byVersion = new Map(later.map((decision) => [decision.n, decision]));
  const amendments = await listLatest(tx, districtId, planId);
  return {
    adopted,
    amendments: amendments.flatMap((amendment) => {
      const decision = byVersion.get(amendment.n);
      return decision ? [{ ...amendment, decision }] : [];
    }),
  };
}

/** The database counts: an amendment may have changed thousands of elements, of which a few are named. */
async function listLatest(tx: ReadTx, districtId: string, planId: string): Promise<LatestAmendment[]> {
  const rows = await tx
    .selectFrom("plan.amendment as amendment")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "amendment.districtId").onRef("version.id", "=", "amendment.versionId"),
    )
    .innerJoin("plan.version as amended", (join) =>
      join.onRef("amended.districtId", "=", "amendment.districtId").onRef("amended.id", "=", "amendment.amendsId"),
    )
    .where("amendment.districtId", "=", districtId)
    .where("version.planId", "=", planId)
    .select(["version.n", "amended.n as amends", "amendment.reason"])
    .select([
      sql<{ class: string; count: number }[] | null>`(
        select jsonb_agg(jsonb_build_object('class', counted.class, 'count', counted.count))
        from (
          select change->>'class' as class, count(distinct (change->>'element', change->>'address')) as count
          from jsonb_array_elements(amendment.changes) as each (change)
          group by change->>'class'
        ) as counted
      )`.as("counts"),
      sql<LatestAmendment["elements"] | null>`(
        select jsonb_agg(jsonb_build_object(
          'element', named.element, 'address', named.address,
          'name', case when named.name->'now' = 'null' then named.name->'old' else named.name->'now' end
        ) order by named.at)
        from (
          select change->>'element' as element, change->>'address' as address, min(at) as at,
            (array_agg(change->'name' order by at))[1] as name
          from jsonb_array_elements(amendment.changes) with ordinality as each (change, at)
          where change->>'element' in ('statement', 'node', 'guardrail', 'measure')
          group by 1, 2
          order by min(at)
          limit ${NAMED}
        ) as named
      )`.as("elements"),
      sql<string>`(
        select count(distinct (change->>'element', change->>'address'))
        from jsonb_array_elements(amendment.changes) as each (change)
        where change->>'element' in ('statement', 'node', 'guardrail', 'measure')
      )`.as("count"),
    ])
    .orderBy("version.n", "desc")
    .limit(DECISIONS)
    .execute();
  return rows.map(({ counts, elements, count, ...row }) => ({
    ...row,
    counts: inOrder(new Map((counts ?? []).map((each) => [each.class as ClassCount["class"], each.count]))),
    count: Number(count),
    elements: elements ?? [],
  }));
}
