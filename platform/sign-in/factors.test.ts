/** Codes of an authenticator, as an authenticator makes them (otpauth), and recovery codes. */
import { sql } from "kysely";
import { TOTP, URI } from "otpauth";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { test as story } from "#tests/support/story.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { type Factors, openFactors } from "./factors.ts";
import { openIdentities } from "./identities.ts";
import { openLibrary } from "./library.ts";

const SECRET = "a secret of thirty-two characters";
const PASSWORD = "seven herons at dusk";
const BASE = new URL("http://localhost:3000");

interface Person {
  accountId: string;
  login: { email: string; password: string };
  /** The browser's cookies, with what was set since. */
  take(cookies: Headers): void;
  headers(): Headers;
  authenticator: TOTP;
  recoveryCodes: string[];
}

let count = 0;

const test = story.extend<{
  house: { accounts: Accounts; factors: Factors };
  someone: (codes?: boolean) => Promise<Person>;
}>({
  house: [
    async ({ database }, use) => {
      const auth = openLibrary(database.signIn, SECRET, BASE);
      const accounts = openAccounts(database.signIn, SECRET, BASE, auth);
      await use({ accounts, factors: openFactors(database.signIn, auth, openIdentities(database.signIn, SECRET)) });
    },
    { scope: "file" },
  ],
  someone: async ({ house }, use) => {
    await use(async (codes = true) => {
      count += 1;
      const login = { email: `someone-${count}@haywater.example`, password: PASSWORD };
      const accountId = must(await house.accounts.addAccount({ name: "Someone", ...login }));
      const cookies = new Map<string, string>();
      const take = (set: Headers) => {
        for (const each of set.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
          if (value === "") cookies.delete(name);
          else cookies.set(name, value);
        }
      };
      const headers = () => new Headers({ cookie: [...cookies].map((pair) => pair.join("=")).join("; ") });
      const opened = await house.accounts.openSession(login, new Headers());
      take(opened?.cookies ?? new Headers());
      const person = { accountId, login, take, headers, authenticator: new TOTP(), recoveryCodes: [] as string[] };
      if (!codes) return person;
      const { uri } = must(await house.factors.beginCodes(headers(), { password: PASSWORD, issuer: "Haywater" }));
      person.authenticator = URI.parse(uri) as TOTP;
      const confirmed = must(await house.factors.confirmCodes(accountId, headers(), person.authenticator.generate()));
      take(confirmed.cookies);
      person.recoveryCodes = confirmed.recoveryCodes;
      return person;
    });
  },
});

/** A code that is not the one of now, the one before or the one after. */
const wrong = (authenticator: TOTP): string => {
  const near = [-30, 0, 30].map((seconds) => authenticator.generate({ timestamp: Date.now() + seconds * 1000 }));
  return ["000000", "111111", "222222", "333333"].find((code) => !near.includes(code)) ?? "";
};

/** The code after the one of now, which a confirmation has not used up. */
const fresh = (authenticator: TOTP): string => authenticator.generate({ timestamp: Date.now() + 30_000 });

describe("codes of an authenticator", () => {
  test("are set up with the password, and count once one has confirmed them", async ({ house, someone }) => {
    const { accountId, headers, login } = await someone(false);
    const begin = (password: string | null) => house.factors.beginCodes(headers(), { password, issuer: "Haywater" });
    expect(await begin("not the password")).toEqual({ ok: false, problem: { kind: "password-wrong" } });
    expect(await begin(null)).toEqual({ ok: false, problem: { kind: "password-wrong" } });
    const first = must(await begin(PASSWORD));
    const { uri } = must(await begin(PASSWORD));
    expect(uri).not.toBe(first.uri);
    const authenticator = URI.parse(uri) as TOTP;
    expect(authenticator.issuer).toBe("Haywater");
    expect(authenticator.label).toBe(login.email);
    const confirm = (code: string) => house.factors.confirmCodes(accountId, headers(), code);
    expect(await confirm(wrong(authenticator))).toEqual({ ok: false, problem: { kind: "code-wrong" } });
    expect(await house.factors.stateOf(accountId)).toMatchObject({ codes: false, hasPassword: true });
    // Until then, the password alone opens a session.
    expect(await house.accounts.openSession(login, new Headers())).toMatchObject({ asksForCode: false });
    const { recoveryCodes } = must(await confirm(authenticator.generate()));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await house.factors.stateOf(accountId)).toMatchObject({ codes: true });
    expect(await house.accounts.openSession(login, new Headers())).toMatchObject({ asksForCode: true });
  });

  test("are asked for after the password: without one there is no session", async ({ house, someone }) => {
    const { accountId, login, authenticator } = await someone();
    await house.accounts.endAllSessions(accountId);
    const opened = await house.accounts.openSession(login, new Headers());
    expect(await house.accounts.listSessions(accountId)).toEqual([]);
    const asked = cookiesOf(opened?.cookies);
    expect(await house.accounts.findSession(asked)).toBeNull();
    expect(await house.factors.answer(asked, wrong(authenticator), new Date())).toMatchObject({
      problem: { kind: "code-wrong" },
    });
    const { cookies } = must(await house.factors.answer(asked, fresh(authenticator), new Date()));
    const found = await house.accounts.findSession(cookiesOf(cookies));
    expect(found?.session).toMatchObject({ accountId, secondFactor: true });
    // The question is answered once.
    expect(await house.factors.answer(asked, fresh(authenticator), new Date())).toMatchObject({
      problem: { kind: "code-gone" },
    });
  });

  test("count once, though they are right for a while", async ({ house, someone }) => {
    const { accountId, login, authenticator } = await someone();
    const code = fresh(authenticator);
    const ask = async () => cookiesOf((await house.accounts.openSession(login, new Headers()))?.cookies);
    must(await house.factors.answer(await ask(), code, new Date()));
    const before = (await house.accounts.listSessions(accountId)).length;
    expect(await house.factors.answer(await ask(), code, new Date())).toMatchObject({
      problem: { kind: "code-wrong" },
    });
    expect(await house.factors.isCode(accountId, code, new Date())).toBe(false);
    expect(await house.accounts.listSessions(accountId)).toHaveLength(before);
  });

  test("are not found by trying: after some wrong ones even the right one waits", async ({ house, someone }) => {
    const { login, authenticator } = await someone();
    const kinds: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const asked = cookiesOf((await house.accounts.openSession(login, new Headers()))?.cookies);
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const answer = await house.factors.answer(asked, wrong(authenticator), new Date());
        kinds.push(answer.ok ? "ok" : answer.problem.kind);
      }
    }
    expect(kinds.filter((kind) => kind === "code-wrong").length).toBeLessThanOrEqual(10);
    expect(kinds).not.toContain("ok");
    const asked = cookiesOf((await house.accounts.openSession(login, new Headers()))?.cookies);
    expect(await house.factors.answer(asked, fresh(authenticator), new Date())).toEqual({
      ok: false,
      problem: { kind: "code-locked" },
    });
  });

  test("are asked for after a provider's word too, unless its own second factor counts", async ({ house, someone }) => {
    const { accountId, authenticator } = await someone();
    const asks = await house.accounts.openSessionOf(accountId, false, new Headers());
    expect(asks.asksForCode).toBe(true);
    expect(await house.accounts.findSession(cookiesOf(asks.cookies))).toBeNull();
    const { cookies } = must(await house.factors.answer(cookiesOf(asks.cookies), fresh(authenticator), new Date()));
    expect((await house.accounts.findSession(cookiesOf(cookies)))?.session.secondFactor).toBe(true);
    const vouched = await house.accounts.openSessionOf(accountId, true, new Headers());
    expect(vouched.asksForCode).toBe(false);
    expect((await house.accounts.findSession(cookiesOf(vouched.cookies)))?.session.secondFactor).toBe(true);
  });

  test("and their key lie in the database closed", async ({ house, someone, database }) => {
    const { accountId, authenticator, recoveryCodes } = await someone();
    const { rows } = await sql`select * from sign_in.two_factor where user_id = ${accountId}`.execute(database.signIn);
    const kept = JSON.stringify(rows);
    expect(rows).toHaveLength(1);
    expect(kept).not.toContain(authenticator.secret.base32);
    expect(kept).not.toContain(authenticator.secret.utf8);
    expect(recoveryCodes.some((code) => kept.includes(code))).toBe(false);
    expect(await house.factors.isCode(accountId, "nonsense", new Date())).toBe(false);
  });
});

describe("a recovery code", () => {
  test("opens once", async ({ house, someone }) => {
    const { login, recoveryCodes } = await someone();
    const ask = async () => cookiesOf((await house.accounts.openSession(login, new Headers()))?.cookies);
    const [first = "", second = ""] = recoveryCodes;
    must(await house.factors.answer(await ask(), ` ${first} `, new Date()));
    expect(await house.factors.answer(await ask(), first, new Date())).toMatchObject({
      problem: { kind: "code-wrong" },
    });
    must(await house.factors.answer(await ask(), second, new Date()));
  });

  test("is nothing any more once new ones were made", async ({ house, someone }) => {
    const { headers, login, recoveryCodes } = await someone();
    const renew = (password: string | null) => house.factors.renewRecoveryCodes(headers(), password);
    for (const password of [null, "not the password"]) {
      expect(await renew(password)).toEqual({ ok: false, problem: { kind: "password-wrong" } });
    }
    const fresh = must(await renew(PASSWORD));
    expect(fresh).toHaveLength(10);
    const ask = async () => cookiesOf((await house.accounts.openSession(login, new Headers()))?.cookies);
    const answer = async (code = "") => (await house.factors.answer(await ask(), code, new Date())).ok;
    expect(await answer(recoveryCodes[0])).toBe(false);
    expect(await answer(fresh[0])).toBe(true);
  });
});

test("a second factor that was taken away is asked for no more, and proves nothing any more", async ({
  house,
  someone,
}) => {
  const { accountId, login, headers } = await someone();
  expect((await house.accounts.findSession(headers()))?.session.secondFactor).toBe(true);
  await house.factors.remove(accountId, "all");
  expect((await house.accounts.findSession(headers()))?.session.secondFactor).toBe(false);
  expect(await house.accounts.openSession(login, new Headers())).toMatchObject({ asksForCode: false });
});

function cookiesOf(set: Headers | undefined): Headers {
  const pairs = (set?.getSetCookie() ?? [])
    .map((each) => each.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="));
  return new Headers({ cookie: pairs.join("; ") });
}
