/** Whom a word means: issuer and subject for good, else the verified address of someone in the list of people. */

import { v7 as uuidv7 } from "uuid";
import { describe, expect } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { must } from "#db/seed/seed-cast.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { foundDistrict } from "#modules/district/commands.ts";
import type { Asserted } from "#platform/sign-in/provider/asserted.ts";
import { test as story } from "#tests/support/sign-on/sign-on-story.ts";
import { NOW, TODAY } from "#tests/support/story.ts";
import { addPerson, endGrant } from "../commands.ts";
import { listEvents } from "../event-log.ts";
import { invitePerson } from "../invitations/commands.ts";
import { findPersonOf, listGrants, listInvitations } from "../queries.ts";
import type { Provider } from "./domain.ts";
import { findMatch, takeMatch } from "./match.ts";

const ISSUER = "https://accounts.haywater.example";

/** What the provider says of someone; everything about them is right unless said otherwise. */
const said = (email: string | null, subject = `s-${email}`, more: Partial<Asserted> = {}): Asserted => ({
  issuer: ISSUER,
  subject,
  email,
  emailVerified: true,
  name: "Someone",
  roles: [],
  organization: null,
  ...more,
});

type SignIn = (asserted: Asserted) => Promise<{ account: string } | { problem: string }>;

const test = story.extend<{ provider: Provider; signIn: SignIn; invite: (name: string) => Promise<string> }>({
  provider: async ({ setUp }, use) =>
    use(await setUp("oidc", async () => ({ issuer: ISSUER, settings: { clientId: "x", trust: "said" } }))),
  signIn: async ({ house, provider }, use) => {
    await use(async (asserted) => {
      const match = await findMatch(house, provider, asserted, TODAY);
      if (!match.ok) return { problem: match.problem.kind };
      const taken = await takeMatch(house, provider, asserted, match.value, NOW);
      return taken.ok ? { account: taken.value } : { problem: taken.problem.kind };
    });
  },
  invite: async ({ as }, use) => {
    await use(async (name) => {
      const wren = await as("wren");
      const email = `${name.toLowerCase()}@haywater.example`;
      const grant = { role: "leader", schoolId: null, fromOn: TODAY, untilOn: null } as const;
      const input = { name, email, title: null, grade: null, sectionId: null, teamId: null, ...grant };
      return must(await wren.desk.write((tx) => invitePerson(tx, wren.actor, input, NOW))).personId;
    });
  },
});

describe("someone whom the district knows", () => {
  test("gets an account at the first sign-in, bound to issuer and subject, and no password", async ({
    house,
    signIn,
    invite,
    as,
  }) => {
    const personId = await invite("Amara");
    const { account } = (await signIn(said("amara@haywater.example", "a-1"))) as { account: string };
    const wren = await as("wren");
    const { districtId } = wren.actor;
    await wren.desk.read(async (tx) => {
      expect(await findPersonOf(tx, districtId, account)).toMatchObject({ id: personId, name: "Amara" });
      const [invitation] = (await listInvitations(tx, districtId)).filter((each) => each.personId === personId);
      expect(invitation?.withdrawnAt).not.toBeNull();
      const [event] = await listEvents(tx, districtId, { limit: 1 });
      expect(event).toMatchObject({
        action: "open-account",
        personId: null,
        after: { email: "amara@haywater.example" },
      });
    });
    expect(await house.accounts.isPasswordOf(account, "")).toBe(false);
    expect(await signIn(said("amara@haywater.example", "a-1"))).toEqual({ account });
  });

  test("is the same one for good, whatever becomes of the address", async ({ signIn, invite }) => {
    await invite("Bruno");
    const first = await signIn(said("bruno@haywater.example", "b-1"));
    for (const email of ["bruno.new@haywater.example", "bruno@elsewhere.example", null]) {
      expect(await signIn(said(email, "b-1", { emailVerified: null }))).toEqual(first);
    }
  });

  test("and had a password keeps the account, tied from now on", async ({ house, signIn, as }) => {
    const email = CAST.ines.email;
    const accountId = must(await house.accounts.addAccount({ name: "Ines", email, password: "nine otters at dawn" }));
    const { actor, desk } = await as("system");
    await desk.write(async (tx) =>
      ok(await tx.updateTable("people.person").set({ accountId }).where("email", "=", email).execute()),
    );
    expect(await signIn(said(email, "i-1"))).toEqual({ account: accountId });
    expect(await house.accounts.openSession({ email, password: "nine otters at dawn" }, new Headers())).not.toBeNull();
    const tied = await house.identities.listOf(actor.districtId, accountId);
    expect(tied).toMatchObject([{ issuer: ISSUER, subject: "i-1", email }]);
  });

  test("is found though two programs look at once: one account, tied once", async ({ signIn, invite, house }) => {
    await invite("Cleo");
    const answers = await Promise.all([1, 2, 3].map(() => signIn(said("cleo@haywater.example", "c-1"))));
    const accounts = answers.flatMap((answer) => ("account" in answer ? [answer.account] : []));
    expect(accounts.length).toBeGreaterThan(0);
    expect(new Set(accounts).size).toBe(1);
    expect(await house.accounts.findAccount("cleo@haywater.example")).toBe(accounts[0]);
    expect(await signIn(said("cleo@haywater.example", "c-1"))).toEqual({ account: accounts[0] });
  });

  test("is found again where the program was cut off after the account was opened", async ({
    house,
    signIn,
    invite,
    provider,
  }) => {
    const personId = await invite("Dario");
    const { districtId } = provider;
    const holder = { name: "Dario", email: "dario@haywater.example" };
    const account = must(await house.identities.openAccount(holder, { districtId, issuer: ISSUER, subject: "d-1" }));
    expect(await signIn(said(holder.email, "d-1"))).toEqual({ account });
    const person = await house.database
      .desk(claimsOf(system(districtId)))
      .read((tx) => findPersonOf(tx, districtId, account));
    expect(person?.id).toBe(personId);
  });
});

describe("no account is made for, and no session opened to", () => {
  test("whoever is not in the list of people", async ({ house, signIn }) => {
    expect(await signIn(said("stranger@haywater.example"))).toEqual({ problem: "no-person" });
    expect(await house.accounts.findAccount("stranger@haywater.example")).toBeNull();
  });

  test("a student, though someone invited them", async ({ house, signIn, invite }) => {
    await invite("Enzo");
    expect(await signIn(said("enzo@haywater.example", "e-1", { roles: ["Student"] }))).toEqual({ problem: "student" });
    expect(await house.accounts.findAccount("enzo@haywater.example")).toBeNull();
    // And none who became one after they came in.
    expect(await signIn(said("enzo@haywater.example", "e-1"))).toHaveProperty("account");
    expect(await signIn(said("enzo@haywater.example", "e-1", { roles: ["Student"] }))).toEqual({ problem: "student" });
  });

  test("an address that is not verified, not there, or not the district's", async ({ signIn, invite }) => {
    await invite("Fatima");
    const email = "fatima@haywater.example";
    expect(await signIn(said(email, "f", { emailVerified: false }))).toEqual({ problem: "email-not-verified" });
    expect(await signIn(said(email, "f", { emailVerified: null }))).toEqual({ problem: "email-not-verified" });
    expect(await signIn(said(null, "f"))).toEqual({ problem: "email-missing" });
    expect(await signIn(said("fatima@haywater.example.evil", "f"))).toEqual({ problem: "email-outside" });
    expect(await signIn(said("fatima@hаywater.example", "f"))).toEqual({ problem: "email-outside" });
  });

  test("a second one at the provider with the address of the first", async ({ signIn, invite }) => {
    await invite("Greta");
    const first = await signIn(said("greta@haywater.example", "g-1"));
    expect(await signIn(said("greta@haywater.example", "g-2"))).toEqual({ problem: "identity-other" });
    expect(await signIn(said("greta@haywater.example", "g-1"))).toEqual(first);
  });

  test("one person who says to be another of us by now", async ({ signIn, invite }) => {
    await invite("Henrik");
    await invite("Iris");
    const henrik = await signIn(said("henrik@haywater.example", "h-1"));
    await signIn(said("iris@haywater.example", "i-9"));
    // Henrik's subject with the address of Iris is Henrik.
    expect(await signIn(said("iris@haywater.example", "h-1"))).toEqual(henrik);
  });

  test("someone whose access has ended", async ({ house, signIn, invite, as }) => {
    const personId = await invite("Jonas");
    const known = await signIn(said("jonas@haywater.example", "j-1"));
    expect(known).toHaveProperty("account");
    const wren = await as("wren");
    const [grant] = await wren.desk.read((tx) => listGrants(tx, wren.actor.districtId, personId));
    must(await wren.desk.write((tx) => endGrant(tx, wren.actor, grant?.id ?? "", { now: NOW, today: TODAY })));
    expect(await signIn(said("jonas@haywater.example", "j-1"))).toEqual({ problem: "no-grant" });
    expect(await signIn(said(CAST.marguerite.email))).toEqual({ problem: "no-grant" });
    expect(await house.accounts.findAccount(CAST.marguerite.email)).toBeNull();
  });

  test("an account that serves in another district too, or belongs to no one here yet", async ({
    house,
    signIn,
    invite,
    provider,
  }) => {
    await invite("Kamal");
    const { account } = (await signIn(said("kamal@haywater.example", "k-1"))) as { account: string };
    const elsewhere = system(uuidv7());
    must(
      await house.database.desk(claimsOf(elsewhere)).write(async (tx) => {
        const other = { name: "Birch Hollow", state: null, timeZone: "America/Chicago", language: "en" } as const;
        must(await foundDistrict(tx, elsewhere, { ...other, host: "plan.birch.example" }));
        return ok(
          must(await addPerson(tx, elsewhere, { name: "Kamal", email: "kamal@birch.example", accountId: account })),
        );
      }),
    );
    expect(await signIn(said("kamal@haywater.example", "k-1"))).toEqual({ problem: "account-elsewhere" });
    // An identity counts in the district whose provider said so, and in no other.
    const there = { ...provider, districtId: elsewhere.districtId };
    expect(await findMatch(house, there, said("kamal@haywater.example", "k-1"), TODAY)).toMatchObject({ ok: false });

    await invite("Lena");
    must(
      await house.accounts.addAccount({ name: "L", email: "lena@haywater.example", password: "nine otters at dawn" }),
    );
    expect(await signIn(said("lena@haywater.example"))).toEqual({ problem: "account-exists" });
  });
});
