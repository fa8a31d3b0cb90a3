import { v7 as uuidv7 } from "uuid";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { foundDistrict } from "#modules/district/commands.ts";
import { openAccounts } from "#platform/sign-in/accounts.ts";
import { NOW, test as story, TODAY } from "#tests/support/story.ts";
import { addPerson } from "../commands.ts";
import { findPerson } from "../queries.ts";
import { accept, type House, readInvitation } from "./accept.ts";
import { invitePerson, renewInvitation, withdrawInvitation } from "./commands.ts";

const PASSWORD = "purple otters sing quietly";
const ANOTHER = "quiet lanterns over water";

/** Haywater with accounts, and someone whom Wren has invited. */
const test = story.extend<{
  house: House;
  here: { id: string; name: string };
  invite: (name: string) => Promise<{ personId: string; token: string; email: string }>;
}>({
  house: async ({ database }, use) => {
    const secret = "a secret of at least thirty-two letters";
    await use({ database, accounts: openAccounts(database.signIn, secret, new URL("http://localhost")) });
  },
  here: async ({ haywater }, use) => use({ id: haywater.districtId, name: "Haywater Public Schools" }),
  invite: async ({ as }, use) => {
    const wren = await as("wren");
    await use(async (name) => {
      const email = `${name.split(" ")[0]?.toLowerCase()}@haywater.example`;
      const grant = { role: "leader", schoolId: null, fromOn: TODAY, untilOn: null } as const;
      const invited = await wren.desk.write((tx) =>
        invitePerson(tx, wren.actor, { name, email, title: null, ...grant }, NOW),
      );
      return { ...must(invited), email };
    });
  },
});

describe("someone new", () => {
  test("is told who invites, chooses a password and can sign in with it", async ({ house, here, invite, as }) => {
    const { token, personId, email } = await invite("Priya Nand");
    expect(await readInvitation(house, here.id, token, NOW)).toMatchObject({
      state: "open",
      proof: "choose",
      inviter: "Wren Castellanos",
    });
    expect(await accept(house, here, token, PASSWORD, NOW)).toEqual({ ok: true, value: { email } });
    expect(await house.accounts.openSession({ email, password: PASSWORD }, new Headers())).not.toBeNull();
    const wren = await as("wren");
    expect((await wren.desk.read((tx) => findPerson(tx, here.id, personId)))?.hasAccount).toBe(true);
  });

  test("may not choose their own name, and the link still works afterwards", async ({ house, here, invite }) => {
    const { token } = await invite("Marta Quintero");
    const weak = await accept(house, here, token, "Marta Quintero 1", NOW);
    expect(weak).toEqual({ ok: false, problem: { kind: "too-plain" } });
    expect((await accept(house, here, token, PASSWORD, NOW)).ok).toBe(true);
  });

  test("comes in once with a link that is sent twice at the same moment", async ({ house, here, invite }) => {
    const { token, email } = await invite("Theo Lindqvist");
    const answers = await Promise.all([
      accept(house, here, token, PASSWORD, NOW),
      accept(house, here, token, ANOTHER, NOW),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winning = answers[0]?.ok ? PASSWORD : ANOTHER;
    expect(await house.accounts.openSession({ email, password: winning }, new Headers())).not.toBeNull();
  });

  test("leaves no account behind if the link was withdrawn meanwhile", async ({ house, here, invite, as }) => {
    const { token, personId, email } = await invite("Bela Novak");
    const wren = await as("wren");
    must(await wren.desk.write((tx) => renewInvitation(tx, wren.actor, personId, NOW)));
    expect(await accept(house, here, token, PASSWORD, NOW)).toEqual({ ok: false, problem: { kind: "used" } });
    expect(await house.accounts.findAccount(email)).toBeNull();
  });
});

describe("someone who has an account", () => {
  test("in another district proves its password, and keeps it", async ({ house, here, invite }) => {
    const email = "amara@haywater.example";
    must(await house.accounts.addAccount({ name: "Amara Diallo", email, password: PASSWORD }));
    const { token } = await invite("Amara Diallo");
    expect((await readInvitation(house, here.id, token, NOW))?.proof).toBe("prove");
    const wrong = await accept(house, here, token, ANOTHER, NOW);
    expect(wrong).toEqual({ ok: false, problem: { kind: "password-wrong" } });
    expect((await accept(house, here, token, PASSWORD, NOW)).ok).toBe(true);
    expect(await house.accounts.openSession({ email, password: ANOTHER }, new Headers())).toBeNull();
  });

  test("and forgot the password chooses another, which ends every session", async ({ house, here, invite, as }) => {
    const { token, personId, email } = await invite("Oskar Wend");
    must(await accept(house, here, token, PASSWORD, NOW));
    await house.accounts.openSession({ email, password: PASSWORD }, new Headers());
    const wren = await as("wren");
    const fresh = must(await wren.desk.write((tx) => renewInvitation(tx, wren.actor, personId, NOW)));
    expect((await readInvitation(house, here.id, fresh, NOW))?.proof).toBe("replace");
    expect((await accept(house, here, fresh, ANOTHER, NOW)).ok).toBe(true);
    const account = (await house.accounts.findAccount(email)) ?? "";
    expect(await house.accounts.listSessions(account)).toEqual([]);
    expect(await house.accounts.isPasswordOf(account, ANOTHER)).toBe(true);
  });

  test("that serves in two districts is not opened by the steward of one", async ({ house, here, invite, as }) => {
    const { token, personId, email } = await invite("Ivo Castell");
    must(await accept(house, here, token, PASSWORD, NOW));
    const accountId = await house.accounts.findAccount(email);
    const elsewhere = system(uuidv7());
    const founded = await house.database.desk(claimsOf(elsewhere)).write(async (tx) => {
      const other = { name: "Birch Hollow Schools", state: null, timeZone: "America/Chicago", language: "en" } as const;
      must(await foundDistrict(tx, elsewhere, { ...other, host: "plan.birch.example" }));
      return ok(must(await addPerson(tx, elsewhere, { name: "Ivo Castell", email, accountId })));
    });
    must(founded);
    const wren = await as("wren");
    const fresh = must(await wren.desk.write((tx) => renewInvitation(tx, wren.actor, personId, NOW)));
    expect((await readInvitation(house, here.id, fresh, NOW))?.proof).toBe("prove");
    expect(await accept(house, here, fresh, ANOTHER, NOW)).toMatchObject({ problem: { kind: "password-wrong" } });
  });
});

describe("a link that opens nothing", () => {
  test("says whether it ran out, was withdrawn, was used, or never was", async ({ house, here, invite, as }) => {
    const { token, personId } = await invite("Lena Fuchs");
    const later = new Date("2026-12-05T00:00:00Z");
    expect((await readInvitation(house, here.id, token, later))?.state).toBe("expired");
    expect(await accept(house, here, token, PASSWORD, later)).toMatchObject({ problem: { kind: "expired" } });
    expect(await readInvitation(house, here.id, "nonsense", NOW)).toBeNull();
    const wren = await as("wren");
    must(await wren.desk.write((tx) => renewInvitation(tx, wren.actor, personId, NOW)));
    expect((await readInvitation(house, here.id, token, NOW))?.state).toBe("withdrawn");
  });

  test("was accepted before the steward could withdraw it: nothing is withdrawn", async ({
    house,
    here,
    invite,
    as,
  }) => {
    const { token, personId } = await invite("Rui Tavares");
    must(await accept(house, here, token, PASSWORD, NOW));
    const wren = await as("wren");
    const [{ id }] = (await wren.desk.read((tx) =>
      tx.selectFrom("people.invitation").select("id").where("personId", "=", personId).execute(),
    )) as [{ id: string }];
    const late = await wren.desk.write((tx) => withdrawInvitation(tx, wren.actor, id, NOW));
    expect(late).toEqual({ ok: false, problem: { kind: "closed" } });
  });
});
