/**
 * Whom a district's providers mean, the secrets that they gave us, and what has been answered with already. Beside accounts in the
 * schema `sign_in`, where no request of a district can read it.
 */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import { openSealing } from "./sealing.ts";

export interface Identity {
  districtId: string;
  issuer: string;
  subject: string;
}

export interface TiedIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  linkedAt: Date;
}

export interface Identities {
  /** The account that this identity is, or null. */
  find(identity: Identity): Promise<string | null>;
  listOf(districtId: string, accountId: string): Promise<TiedIdentity[]>;
  tie(identity: Identity, accountId: string, email: string | null): Promise<Result<null, { kind: "identity-taken" }>>;
  /** Of one issuer, or all that an account has in the district. */
  untie(districtId: string, accountId: string, issuer?: string): Promise<number>;
  /** An account without a password, tied from its first moment. Its id. */
  openAccount(
    holder: { name: string; email: string },
    identity: Identity,
  ): Promise<Result<string, { kind: "email-taken" } | { kind: "identity-taken" }>>;
  keepSecret(districtId: string, providerId: string, secret: string): Promise<void>;
  readSecret(districtId: string, providerId: string): Promise<string | null>;
  dropSecret(districtId: string, providerId: string): Promise<void>;
  /** False if it was used before. */
  takeOnce(proof: string, expiresAt: Date, now: Date): Promise<boolean>;
}

export function openIdentities(database: Kysely<unknown>, secret: string): Identities {
  const sealing = openSealing(secret, "provider-secret");
  return {
    async find({ districtId, issuer, subject }) {
      const { rows } = await sql<{ account_id: string }>`
        select account_id from sign_in.identity
        where district_id = ${districtId} and issuer = ${issuer} and subject = ${subject}
      `.execute(database);
      return rows[0]?.account_id ?? null;
    },

    async listOf(districtId, accountId) {
      const { rows } = await sql<TiedIdentity>`
        select issuer, subject, email, linked_at as "linkedAt" from sign_in.identity
        where district_id = ${districtId} and account_id = ${accountId} order by linked_at
      `.execute(database);
      return rows;
    },

    async tie(identity, accountId, email) {
      try {
        await insertIdentity(database, identity, accountId, email);
        return ok(null);
      } catch (error) {
        if (/^identity_(pkey|one_each)$/.test(brokenConstraint(error) ?? "")) return refuse({ kind: "identity-taken" });
        throw error;
      }
    },

    async untie(districtId, accountId, issuer) {
      const { numAffectedRows } = await sql`
        delete from sign_in.identity where district_id = ${districtId} and account_id = ${accountId}
          and (${issuer ?? null}::text is null or issuer = ${issuer ?? null})
      `.execute(database);
      return Number(numAffectedRows ?? 0n);
    },

    async openAccount({ name, email }, identity) {
      const id = uuidv7();
      try {
        await database.transaction().execute(async (tx) => {
          await sql`
            insert into sign_in.account_holder (id, name, email, email_verified)
            values (${id}, ${name}, ${email.toLowerCase()}, true)
          `.execute(tx);
          await insertIdentity(tx, identity, id, email);
        });
        return ok(id);
      } catch (error) {
        const broken = brokenConstraint(error) ?? "";
        if (broken === "email_taken") return refuse({ kind: "email-taken" });
        if (/^identity_(pkey|one_each)$/.test(broken)) return refuse({ kind: "identity-taken" });
        throw error;
      }
    },

    async keepSecret(districtId, providerId, given) {
      await sql`
        insert into sign_in.provider_secret (district_id, provider_id, sealed)
        values (${districtId}, ${providerId}, ${await sealing.seal(given)})
        on conflict (district_id, provider_id) do update set sealed = excluded.sealed
      `.execute(database);
    },

    async readSecret(districtId, providerId) {
      const { rows } = await sql<{ sealed: string }>`
        select sealed from sign_in.provider_secret where district_id = ${districtId} and provider_id = ${providerId}
      `.execute(database);
      return rows[0] ? sealing.open(rows[0].sealed) : null;
    },

    async dropSecret(districtId, providerId) {
      await sql`
        delete from sign_in.provider_secret where district_id = ${districtId} and provider_id = ${providerId}
      `.execute(database);
    },

    async takeOnce(proof, expiresAt, now) {
      await sql`delete from sign_in.used_proof where expires_at < ${now}`.execute(database);
      const digest = createHash("sha256").update(proof).digest("base64url");
      const { rows } = await sql`
        insert into sign_in.used_proof (proof, expires_at) values (${digest}, ${expiresAt})
        on conflict (proof) do nothing returning proof
      `.execute(database);
      return rows.length === 1;
    },
  };
}

const insertIdentity = (
  database: Kysely<unknown>,
  { districtId, issuer, subject }: Identity,
  accountId: string,
  email: string | null,
) =>
  sql`
    insert into sign_in.identity (district_id, issuer, subject, account_id, email)
    values (${districtId}, ${issuer}, ${subject}, ${accountId}, ${email})
  `.execute(database);
