/**
 * What someone proves themselves with besides a password: codes of an authenticator with recovery codes, and passkeys. Setting up,
 * asking and counting wrong answers is the library's; what is ours is that a code counts once.
 */
import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { type Kysely, sql } from "kysely";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Identities } from "./identities.ts";
import type { Library } from "./library.ts";

export interface PasskeyLine {
  id: string;
  name: string | null;
  createdAt: Date;
}

export interface FactorState {
  hasPassword: boolean;
  /** An authenticator is set up, and gives codes. */
  codes: boolean;
  passkeys: PasskeyLine[];
}

export type CodeProblem = { kind: "code-wrong" } | { kind: "code-gone" } | { kind: "code-locked" };

/** `headers` carry the request's cookies. What comes back as `cookies` must be set. */
export interface Factors {
  stateOf(accountId: string): Promise<FactorState>;
  /** A fresh key for an authenticator, as the address that it scans. It counts once a code has confirmed it. */
  beginCodes(
    headers: Headers,
    given: { password: string | null; issuer: string },
  ): Promise<Result<{ uri: string }, { kind: "password-wrong" } | { kind: "codes-on" }>>;
  confirmCodes(
    accountId: string,
    headers: Headers,
    code: string,
  ): Promise<Result<{ cookies: Headers; recoveryCodes: string[] }, CodeProblem>>;
  /** Answers the question that signing in led to: with a code, or a recovery code. */
  answer(headers: Headers, code: string, now: Date): Promise<Result<{ cookies: Headers }, CodeProblem>>;
  /** Whether a code is right, asked of someone who is signed in. */
  isCode(accountId: string, code: string, now: Date): Promise<boolean>;
  renewRecoveryCodes(headers: Headers, password: string | null): Promise<Result<string[], { kind: "password-wrong" }>>;
  /** A steward's reset, or giving up one's own: codes, recovery codes, and with `all` the passkeys. */
  remove(accountId: string, what: "codes" | "all"): Promise<void>;
  passkeyOptions(headers: Headers): Promise<Result<{ options: unknown; cookies: Headers }, { kind: "session-old" }>>;
  addPasskey(headers: Headers, response: unknown, name: string): Promise<Result<null, { kind: "passkey-refused" }>>;
  renamePasskey(accountId: string, id: string, name: string): Promise<boolean>;
  removePasskey(accountId: string, id: string): Promise<boolean>;
  signInOptions(headers: Headers): Promise<{ options: unknown; cookies: Headers }>;
  signInByPasskey(headers: Headers, response: unknown): Promise<Result<Headers, { kind: "passkey-refused" }>>;
}

const CODE = /^\d{6}$/;
/** As long as a code could be right, and a little more. */
const CODE_MILLISECONDS = 3 * 60 * 1000;

const statusOf = (error: unknown): number => (error as { statusCode?: number }).statusCode ?? 0;
const codeOf = (error: unknown): string => (error as { body?: { code?: string } }).body?.code ?? "";

export function openFactors(database: Kysely<unknown>, auth: Library, identities: Identities): Factors {
  const takeCode = (accountId: string, code: string, now: Date) =>
    identities.takeOnce(`code ${accountId} ${code}`, new Date(now.getTime() + CODE_MILLISECONDS), now);

  return {
    async stateOf(accountId) {
      const { rows } = await sql<{ hasPassword: boolean; codes: boolean }>`
        select
          exists (select from sign_in.credential where user_id = ${accountId} and password is not null) as "hasPassword",
          exists (select from sign_in.two_factor where user_id = ${accountId} and verified) as codes
      `.execute(database);
      const passkeys = await sql<PasskeyLine>`
        select id, name, created_at as "createdAt" from sign_in.passkey where user_id = ${accountId} order by created_at
      `.execute(database);
      return { hasPassword: false, codes: false, ...rows[0], passkeys: passkeys.rows };
    },

    async beginCodes(headers, { password, issuer }) {
      try {
        const body = { issuer, method: "totp" as const, ...(password === null ? {} : { password }) };
        const begun = await auth.api.enableTwoFactor({ body, headers });
        if (begun.method !== "totp") throw new Error("the library set another factor up");
        return ok({ uri: begun.totpURI });
      } catch (error) {
        if (codeOf(error) === "TOTP_ALREADY_ENABLED") return refuse({ kind: "codes-on" });
        if (statusOf(error) === 400) return refuse({ kind: "password-wrong" });
        throw error;
      }
    },

    async confirmCodes(accountId, headers, code) {
      try {
        const confirmed = await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
        const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: accountId } });
        return ok({ cookies: confirmed.headers, recoveryCodes: backupCodes });
      } catch (error) {
        return refuse(codeProblem(error));
      }
    },

    async answer(headers, given, now) {
      const code = given.replace(/\s/g, "");
      // Of the cookies only the question's: whoever else is signed in here does not answer it.
      const asked = new Headers(headers);
      asked.set("cookie", onlyQuestion(headers.get("cookie") ?? ""));
      try {
        const call = { body: { code }, headers: asked, returnHeaders: true as const };
        const answered = CODE.test(code) ? await auth.api.verifyTOTP(call) : await auth.api.verifyBackupCode(call);
        const { user, token } = answered.response;
        if (CODE.test(code) && !(await takeCode(user.id, code, now))) {
          if (token) await (await auth.$context).internalAdapter.deleteSession(token);
          return refuse({ kind: "code-wrong" });
        }
        return ok({ cookies: answered.headers });
      } catch (error) {
        return refuse(codeProblem(error));
      }
    },

    async isCode(accountId, given, now) {
      const code = given.replace(/\s/g, "");
      const { rows } = await sql<{ secret: string }>`
        select secret from sign_in.two_factor where user_id = ${accountId} and verified
      `.execute(database);
      if (!rows[0] || !CODE.test(code)) return false;
      const secret = await symmetricDecrypt({ key: (await auth.$context).secretConfig, data: rows[0].secret });
      return (await createOTP(secret).verify(code)) && (await takeCode(accountId, code, now));
    },

    async renewRecoveryCodes(headers, password) {
      try {
        const body = password === null ? {} : { password };
        return ok((await auth.api.generateBackupCodes({ body, headers })).backupCodes);
      } catch (error) {
        if (statusOf(error) === 400) return refuse({ kind: "password-wrong" });
        throw error;
      }
    },

    async remove(accountId, what) {
      await database.transaction().execute(async (tx) => {
        await sql`delete from sign_in.two_factor where user_id = ${accountId}`.execute(tx);
        await sql`update sign_in.account_holder set two_factor_enabled = false where id = ${accountId}`.execute(tx);
        // What was proved with it is not proved any more.
        await sql`update sign_in.session set second_factor = false where user_id = ${accountId}`.execute(tx);
        if (what === "all") await sql`delete from sign_in.passkey where user_id = ${accountId}`.execute(tx);
      });
    },

    async passkeyOptions(headers) {
      try {
        const made = await auth.api.generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true });
        return ok({ options: made.response, cookies: made.headers });
      } catch (error) {
        if (statusOf(error) === 403) return refuse({ kind: "session-old" });
        throw error;
      }
    },

    async addPasskey(headers, response, name) {
      try {
        await auth.api.verifyPasskeyRegistration({ body: { response, name }, headers });
        return ok(null);
      } catch {
        return refuse({ kind: "passkey-refused" });
      }
    },

    async renamePasskey(accountId, id, name) {
      const { numAffectedRows } = await sql`
        update sign_in.passkey set name = ${name} where id = ${id} and user_id = ${accountId}
      `.execute(database);
      return numAffectedRows === 1n;
    },

    async removePasskey(accountId, id) {
      const { numAffectedRows } = await sql`
        delete from sign_in.passkey where id = ${id} and user_id = ${accountId}
      `.execute(database);
      return numAffectedRows === 1n;
    },

    async signInOptions(headers) {
      const made = await auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
      return { options: { ...made.response, userVerification: "required" }, cookies: made.headers };
    },

    async signInByPasskey(headers, response) {
      try {
        // What it is, the library finds out; of what a browser sends we say nothing.
        const body = { response: response as never };
        const opened = await auth.api.verifyPasskeyAuthentication({ body, headers, returnHeaders: true });
        return ok(opened.headers);
      } catch {
        return refuse({ kind: "passkey-refused" });
      }
    },
  };
}

function codeProblem(error: unknown): CodeProblem {
  const code = codeOf(error);
  if (/^(INVALID_CODE|INVALID_BACKUP_CODE)$/.test(code) || statusOf(error) === 409) return { kind: "code-wrong" };
  if (code === "ACCOUNT_TEMPORARILY_LOCKED") return { kind: "code-locked" };
  if (statusOf(error) >= 400 && statusOf(error) < 500) return { kind: "code-gone" };
  throw error;
}

const onlyQuestion = (cookies: string): string =>
  cookies
    .split(/;\s*/)
    .filter((cookie) => /^[^=]*\.two_factor=/.test(cookie))
    .join("; ");
