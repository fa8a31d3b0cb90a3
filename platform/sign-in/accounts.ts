/** Accounts, passwords and sessions. Who an account is in a district is decided by `people`. */
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import { type Library, openLibrary } from "./library.ts";

export interface Session {
  id: string;
  accountId: string;
  startedAt: Date;
  seenAt: Date;
  expiresAt: Date;
  address: string | null;
  userAgent: string | null;
  /** It was opened with more than a password. */
  secondFactor: boolean;
}

/** What signing in led to: a session, or the question for a code. Both are carried by the cookies. */
export interface Opened {
  cookies: Headers;
  asksForCode: boolean;
}

export interface Accounts {
  /** Null if address and password do not belong together. */
  openSession(login: Login, headers: Headers): Promise<Opened | null>;
  /** For someone whom the district's provider vouches for; `secondFactor`: it asked for one, and that counts. */
  openSessionOf(accountId: string, secondFactor: boolean, headers: Headers): Promise<Opened>;
  /** The session that the request's cookie proves, and headers that renew the cookie where that is due. */
  findSession(headers: Headers): Promise<{ session: Session; email: string; renewal: Headers } | null>;
  listSessions(accountId: string): Promise<Session[]>;
  /** Ends one session of this account; another's is left alone. */
  endSession(accountId: string, sessionId: string): Promise<void>;
  endAllSessions(accountId: string, except?: string): Promise<void>;
  /** Headers that clear the cookie, after the session is ended. */
  closeSession(headers: Headers): Promise<Headers>;
  findAccount(email: string): Promise<string | null>;
  /** The new account's id. The password has been checked with `passwordProblem` before. */
  addAccount(account: {
    email: string;
    name: string;
    password: string;
  }): Promise<Result<string, { kind: "email-taken" }>>;
  isPasswordOf(accountId: string, password: string): Promise<boolean>;
  setPassword(accountId: string, password: string): Promise<void>;
  /** For an account that was made a moment ago for something that was then refused; no person may be tied to it. */
  removeAccount(accountId: string): Promise<void>;
}

export interface Login {
  email: string;
  password: string;
}

export function openAccounts(
  database: Kysely<unknown>,
  secret: string,
  baseUrl: URL,
  auth: Library = openLibrary(database, secret, baseUrl),
): Accounts {
  const sessionsOf = async (accountId: string) => {
    const { internalAdapter } = await auth.$context;
    return internalAdapter.listSessions(accountId, { onlyActiveSessions: true });
  };

  return {
    async openSession(login, headers) {
      try {
        const opened = await auth.api.signInEmail({ body: login, headers, returnHeaders: true });
        return { cookies: opened.headers, asksForCode: "twoFactorRedirect" in opened.response };
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 401) return null;
        throw error;
      }
    },

    async openSessionOf(accountId, secondFactor, headers) {
      const opened = await auth.api.openSessionOf({ body: { accountId, secondFactor }, headers, returnHeaders: true });
      return { cookies: opened.headers, asksForCode: opened.response !== null };
    },

    async findSession(headers) {
      const found = await auth.api.getSession({ headers, returnHeaders: true });
      if (found.response === null) return null;
      const { session, user } = found.response;
      return { session: describe(session), email: user.email, renewal: found.headers };
    },

    async listSessions(accountId) {
      const sessions = (await sessionsOf(accountId)).map(describe);
      return sessions.sort((one, other) => other.seenAt.getTime() - one.seenAt.getTime());
    },

    async endSession(accountId, sessionId) {
      const { internalAdapter } = await auth.$context;
      const session = (await sessionsOf(accountId)).find((each) => each.id === sessionId);
      if (session) await internalAdapter.deleteSession(session.token);
    },

    async endAllSessions(accountId, except) {
      const { internalAdapter } = await auth.$context;
      for (const session of await sessionsOf(accountId)) {
        if (session.id !== except) await internalAdapter.deleteSession(session.token);
      }
    },

    async closeSession(headers) {
      const closed = await auth.api.signOut({ headers, returnHeaders: true });
      return closed.headers;
    },

    async findAccount(email) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email.toLowerCase());
      return found?.user.id ?? null;
    },

    async addAccount({ email, name, password }) {
      const { password: passwords } = await auth.$context;
      const hash = await passwords.hash(password);
      const id = uuidv7();
      try {
        // The library makes the two in two steps. Between them someone else could take the half account for their own.
        await database.transaction().execute(async (tx) => {
          await sql`insert into sign_in.account_holder (id, name, email) values (${id}, ${name}, ${email.toLowerCase()})`.execute(
            tx,
          );
          await sql`
            insert into sign_in.credential (id, user_id, account_id, provider_id, password)
            values (${uuidv7()}, ${id}, ${id}, 'credential', ${hash})
          `.execute(tx);
        });
        return ok(id);
      } catch (error) {
        if (brokenConstraint(error) === "email_taken") return refuse({ kind: "email-taken" });
        throw error;
      }
    },

    async isPasswordOf(accountId, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const credentials = await internalAdapter.findAccounts(accountId);
      const hash = credentials.find((each) => each.providerId === "credential")?.password;
      return hash ? passwords.verify({ hash, password }) : false;
    },

    async setPassword(accountId, password) {
      const { internalAdapter, password: passwords } = await auth.$context;
      await internalAdapter.updatePassword(accountId, await passwords.hash(password));
    },

    async removeAccount(accountId) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(accountId);
    },
  };
}

function describe(session: {
  id: string;
  userId: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress?: string | null | undefined;
  userAgent?: string | null | undefined;
  secondFactor?: boolean | null | undefined;
}): Session {
  return {
    id: session.id,
    accountId: session.userId,
    startedAt: session.createdAt,
    seenAt: session.updatedAt,
    expiresAt: session.expiresAt,
    address: session.ipAddress || null,
    userAgent: session.userAgent || null,
    secondFactor: session.secondFactor === true,
  };
}
