/** Reads of how versions came into force, and whose decision what needs. */
import { sql } from "kysely";
import { heldOn } from "#modules/people/domain.ts";
import { listGrants, listPeople } from "#modules/people/queries.ts";
import type { Role } from "#platform/db/claims.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Change } from "../text/changes.ts";
import type { AmendmentType, Authority, AuthorityOfTypes } from "./authority.ts";
import { DEFAULT_AUTHORITY } from "./authority.ts";
import type { CrosswalkLine } from "./crosswalk.ts";
import { type Choice, type Member, type Tally, tally, type Vote } from "./motion.ts";

export interface AdoptionRecord {
  versionId: string;
  n: number;
  authority: Authority;
  /** The day of the decision. */
  decidedOn: string;
  /** The body, or the person. */
  decidedBy: string;
  motion: string | null;
  resolution: string | null;
  mover: string | null;
  seconder: string | null;
  fingerprint: string;
  recordedAt: Date;
  votes: Vote[];
  amendment: AmendmentRecord | null;
}

export interface AmendmentRecord {
  /** The number of the version that it changed. */
  amends: number;
  type: AmendmentType;
  reason: string;
  changes: Change[];
}

/**
 * Every adopted version of a plan that the reader may see, the oldest first, with its vote and what it changed. `about`: of the
 * changes only those of what has this address, in any capitals.
 */
export async function listAdoptions(
  tx: ReadTx,
  districtId: string,
  planId: string,
  { about = null }: { about?: string | null } = {},
): Promise<AdoptionRecord[]> {
  const rows = await adoptions(tx, districtId)
    .where("version.planId", "=", planId)
    .select(["adoption.versionId", "version.n", "adoption.authority", "adoption.decidedOn", "adoption.decidedBy"])
    .select(["adoption.motion", "adoption.resolution", "adoption.mover", "adoption.seconder", "adoption.fingerprint"])
    .select(["adoption.recordedAt", "amended.n as amends", "amendment.type", "amendment.reason"])
    .select(about === null ? "amendment.changes" : changesAbout(about).as("changes"))
    .orderBy("version.n")
    .execute();
  const votes = await tx
    .selectFrom("plan.vote as vote")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "vote.districtId").onRef("version.id", "=", "vote.versionId"),
    )
    .select(["vote.versionId", "vote.personId", "vote.name", "vote.choice"])
    .where("vote.districtId", "=", districtId)
    .where("version.planId", "=", planId)
    .orderBy("vote.ordinal")
    .execute();
  const cast = Map.groupBy(votes, ({ versionId }) => versionId);
  return rows.map(({ amends, type, reason, changes, authority, ...row }) => ({
    ...row,
    authority: authority as Authority,
    votes: (cast.get(row.versionId) ?? []).map(({ versionId: _, choice, ...vote }) => ({
      ...vote,
      choice: choice as Choice,
    })),
    amendment:
      amends === null || type === null || reason === null
        ? null
        : { amends, type: type as AmendmentType, reason, changes: changes as unknown as Change[] },
  }));
}

/** The database picks them: an amendment may have changed thousands of elements. */
const changesAbout = (address: string) => sql<Change[]>`(
  select coalesce(jsonb_agg(change order by at), '[]')
  from jsonb_array_elements(amendment.changes) with ordinality as each (change, at)
  where lower(change->>'address') = ${address.toLowerCase()}
)`;

const adoptions = (tx: ReadTx, districtId: string) =>
  tx
    .selectFrom("plan.adoption as adoption")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "adoption.districtId").onRef("version.id", "=", "adoption.versionId"),
    )
    .leftJoin("plan.amendment as amendment", (join) =>
      join
        .onRef("amendment.districtId", "=", "adoption.districtId")
        .onRef("amendment.versionId", "=", "adoption.versionId"),
    )
    .leftJoin("plan.version as amended", (join) =>
      join.onRef("amended.districtId", "=", "amendment.districtId").onRef("amended.id", "=", "amendment.amendsId"),
    )
    .where("adoption.districtId", "=", districtId);

/** A decision in one line: what a page says of how its version came into force. */
export interface DecisionLine {
  n: number;
  on: string;
  by: string;
  authority: Authority;
  /** Null for a decision without a vote. */
  votes: Tally | null;
  /** Null for the adoption of the whole. */
  type: AmendmentType | null;
  fingerprint: string;
}

export const decisionLine = (adoption: AdoptionRecord): DecisionLine => ({
  n: adoption.n,
  on: adoption.decidedOn,
  by: adoption.decidedBy,
  authority: adoption.authority,
  votes: adoption.votes.length === 0 ? null : tally(adoption.votes),
  type: adoption.amendment?.type ?? null,
  fingerprint: adoption.fingerprint,
});

/** The same decisions without what they changed: the oldest first. */
export async function listDecisions(tx: ReadTx, districtId: string, planId: string): Promise<DecisionLine[]> {
  const rows = await adoptions(tx, districtId)
    .where("version.planId", "=", planId)
    .select(["version.n", "adoption.decidedOn as on", "adoption.decidedBy as by", "adoption.authority"])
    .select(["amendment.type", "adoption.fingerprint"])
    .select((is) =>
      is
        .selectFrom("plan.vote as vote")
        .whereRef("vote.districtId", "=", "adoption.districtId")
        .whereRef("vote.versionId", "=", "adoption.versionId")
        .select(sql<Choice[] | null>`array_agg(vote.choice)`.as("choices"))
        .as("choices"),
    )
    .orderBy("version.n")
    .execute();
  return rows.map(({ choices, authority, type, ...row }) => ({
    ...row,
    authority: authority as Authority,
    type: type as AmendmentType | null,
    votes: choices === null ? null : tally(choices.map((choice) => ({ choice }))),
  }));
}

/** Whose decision each type of amendment needs in this district. */
export async function getAuthorities(tx: ReadTx, districtId: string): Promise<AuthorityOfTypes> {
  const rows = await tx
    .selectFrom("plan.amendmentAuthority")
    .select(["type", "authority"])
    .where("districtId", "=", districtId)
    .execute();
  return { ...DEFAULT_AUTHORITY, ...Object.fromEntries(rows.map(({ type, authority }) => [type, authority])) };
}

/** Who sat on the board on a day, by name. */
export const listBoard = (tx: ReadTx, districtId: string, on: string): Promise<Member[]> =>
  listHolders(tx, districtId, "board_member", on);

/** Who held a role of the district on a day, by name. */
export async function listHolders(tx: ReadTx, districtId: string, role: Role, on: string): Promise<Member[]> {
  const grants = await listGrants(tx, districtId);
  const holders = new Set(
    grants.filter((grant) => grant.role === role && heldOn(grant, on)).map(({ personId }) => personId),
  );
  const people = await listPeople(tx, districtId);
  return people.filter(({ id }) => holders.has(id)).map(({ id, name }) => ({ id, name }));
}

/** The plan that has taken this one's place: adopted, as far as the reader may see. */
export async function findSuccessor(
  tx: ReadTx,
  districtId: string,
  planId: string,
): Promise<{ slug: string; title: string } | null> {
  const row = await tx
    .selectFrom("plan.plan as plan")
    .innerJoin("plan.version as version", (join) =>
      join.onRef("version.districtId", "=", "plan.districtId").onRef("version.planId", "=", "plan.id"),
    )
    .select(["plan.slug", "plan.title"])
    .where("plan.districtId", "=", districtId)
    .where("plan.supersedesId", "=", planId)
    .where("version.sealed", "=", true)
    .executeTakeFirst();
  return row ?? null;
}

export interface CrosswalkRecord {
  lines: CrosswalkLine[];
  saidAt: Date;
  /** Null while it is written. */
  publishedAt: Date | null;
}

/** What a plan says of the one before it, as far as the reader may see. */
export async function findCrosswalk(tx: ReadTx, districtId: string, planId: string): Promise<CrosswalkRecord | null> {
  const row = await tx
    .selectFrom("plan.crosswalk")
    .select(["lines", "saidAt", "publishedAt"])
    .where("districtId", "=", districtId)
    .where("planId", "=", planId)
    .executeTakeFirst();
  return row ? { ...row, lines: row.lines as unknown as CrosswalkLine[] } : null;
}

/** Ids of the plans that have published what became of the one before. */
export async function listAccounts(tx: ReadTx, districtId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("plan.crosswalk")
    .select("planId")
    .where("districtId", "=", districtId)
    .where("publishedAt", "is not", null)
    .execute();
  return new Set(rows.map(({ planId }) => planId));
}
