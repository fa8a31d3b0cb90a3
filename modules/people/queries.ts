/** Reads of people, grants and invitations. */
import type { ReadTx } from "#platform/db/desk.ts";
import { type Grant, isInForce, type Person } from "./domain.ts";

/** The person that an account is in a district, or null. */
export async function findPersonOf(tx: ReadTx, districtId: string, accountId: string) {
  const person = await tx
    .selectFrom("people.person")
    .select(["id", "name", "districtId"])
    .where("districtId", "=", districtId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return person ?? null;
}

export async function listPeople(tx: ReadTx, districtId: string): Promise<Person[]> {
  const rows = await tx
    .selectFrom("people.person")
    .select(["id", "districtId", "name", "email", "title", "accountId"])
    .where("districtId", "=", districtId)
    .orderBy("name")
    .execute();
  return rows.map(({ accountId, ...person }) => ({ ...person, hasAccount: accountId !== null }));
}

export async function findPerson(tx: ReadTx, districtId: string, id: string): Promise<Person | null> {
  const row = await tx
    .selectFrom("people.person")
    .select(["id", "districtId", "name", "email", "title", "accountId"])
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const { accountId, ...person } = row;
  return { ...person, hasAccount: accountId !== null };
}

/** Grants of one person, or of all; the ended ones too. */
export async function listGrants(tx: ReadTx, districtId: string, personId?: string): Promise<Grant[]> {
  let query = tx
    .selectFrom("people.grant")
    .select(["id", "districtId", "personId", "role", "schoolId", "grade", "sectionId", "teamId"])
    .select(["fromOn", "untilOn", "grantedBy", "endedAt"])
    .where("districtId", "=", districtId)
    .orderBy("grantedAt");
  if (personId !== undefined) query = query.where("personId", "=", personId);
  return (await query.execute()) as Grant[];
}

export interface Invitation {
  id: string;
  personId: string;
  name: string;
  email: string;
  title: string | null;
  /** The account that the person signs in with already: then the link is for a lost password. */
  accountId: string | null;
  /** Null: the command line. */
  inviter: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  invitedAt: Date;
}

export async function findInvitation(tx: ReadTx, districtId: string, tokenHash: string): Promise<Invitation | null> {
  const row = await invitations(tx, districtId).where("invitation.tokenHash", "=", tokenHash).executeTakeFirst();
  return row ?? null;
}

export async function listInvitations(tx: ReadTx, districtId: string): Promise<Invitation[]> {
  return invitations(tx, districtId).orderBy("invitation.invitedAt", "desc").execute();
}

function invitations(tx: ReadTx, districtId: string) {
  return tx
    .selectFrom("people.invitation as invitation")
    .innerJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "invitation.districtId").onRef("person.id", "=", "invitation.personId"),
    )
    .leftJoin("people.person as inviter", (join) =>
      join.onRef("inviter.districtId", "=", "invitation.districtId").onRef("inviter.id", "=", "invitation.invitedBy"),
    )
    .select(["invitation.id", "invitation.personId", "person.name", "person.email", "person.title"])
    .select(["person.accountId", "inviter.name as inviter"])
    .select(["invitation.expiresAt", "invitation.acceptedAt", "invitation.withdrawnAt", "invitation.invitedAt"])
    .where("invitation.districtId", "=", districtId);
}

/** Who keeps the plan today: their names and addresses are how the public reaches the district. */
export async function listStewards(tx: ReadTx, districtId: string, today: string) {
  const grants = (await listGrants(tx, districtId)).filter(
    (grant) => grant.role === "steward" && isInForce(grant, today),
  );
  const people = await listPeople(tx, districtId);
  return people
    .filter((person) => grants.some((grant) => grant.personId === person.id))
    .map(({ name, email }) => ({ name, email }));
}
