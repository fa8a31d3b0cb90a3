/** Undoing what someone signs in with: by the steward, with a reason, for this district alone. */
import { v7 as uuidv7 } from "uuid";
import { describe, expect } from "vitest";
import { CAST } from "#db/seed/cast.ts";
import { must } from "#db/seed/seed-cast.ts";
import { ok } from "#lib/result.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { foundDistrict } from "#modules/district/commands.ts";
import { openFactors } from "#platform/sign-in/factors.ts";
import { openLibrary } from "#platform/sign-in/library.ts";
import { BASE, SECRET, test as story } from "#tests/support/sign-on/sign-on-story.ts";
import { addPerson } from "./commands.ts";
import { listEvents } from "./event-log.ts";
import { recordOwnFactor, undoForPerson } from "./second-factor.ts";

const because = "Lost the phone; came to the office";
const ISSUER = "https://accounts.haywater.example";

const test = story.extend<{
  /** An account for one of the cast, signed in, and tied to a provider. */
  accountOf: (who: "joon" | "ines" | "teodoro") => Promise<{ accountId: string; personId: string }>;
  undo: (
    who: "wren" | "ines" | "system",
    personId: string,
    undoing?: Parameters<typeof undoForPerson>[4],
  ) => ReturnType<typeof undoForPerson>;
}>({
  accountOf: async ({ house, as, haywater }, use) => {
    await use(async (who) => {
      const { name, email } = CAST[who];
      const accountId = must(await house.accounts.addAccount({ name, email, password: "nine otters at dawn" }));
      const { desk, actor } = await as("system");
      const { districtId } = actor;
      const personId = haywater.people[who];
      must(
        await desk.write(async (tx) =>
          ok(await tx.updateTable("people.person").set({ accountId }).where("id", "=", personId).execute()),
        ),
      );
      must(await house.identities.tie({ districtId, issuer: ISSUER, subject: who }, accountId, email));
      await house.accounts.openSession({ email, password: "nine otters at dawn" }, new Headers());
      return { accountId, personId };
    });
  },
  undo: async ({ house, as, database }, use) => {
    const factors = openFactors(database.signIn, openLibrary(database.signIn, SECRET, BASE), house.identities);
    await use(async (who, personId, undoing = { kind: "reset" }) => {
      const { desk, actor } = await as(who);
      return undoForPerson({ ...house, factors }, desk, actor, personId, undoing, because);
    });
  },
});

describe("a steward", () => {
  test("takes a lost second factor away: logged, and every session ends", async ({ house, accountOf, undo, as }) => {
    const { accountId, personId } = await accountOf("joon");
    expect(await undo("ines", personId)).toMatchObject({ problem: { kind: "not-allowed" } });
    expect(await house.accounts.listSessions(accountId)).toHaveLength(1);
    must(await undo("wren", personId));
    expect(await house.accounts.listSessions(accountId)).toEqual([]);
    const wren = await as("wren");
    const [event] = await wren.desk.read((tx) => listEvents(tx, wren.actor.districtId, { limit: 1 }));
    expect(event).toMatchObject({
      action: "reset-second-factor",
      subjectId: personId,
      because,
      personName: "Wren Castellanos",
    });
  });

  test("lets a tie to a provider be forgotten, and no other", async ({ house, accountOf, undo, as }) => {
    const { accountId, personId } = await accountOf("ines");
    const { districtId } = (await as("wren")).actor;
    must(await undo("wren", personId, { kind: "untie", issuer: "https://another.example" }));
    expect(await house.identities.listOf(districtId, accountId)).toHaveLength(1);
    must(await undo("wren", personId, { kind: "untie", issuer: ISSUER }));
    expect(await house.identities.listOf(districtId, accountId)).toEqual([]);
  });

  test("does not decide for another district that the account serves in; the operator does", async ({
    database,
    accountOf,
    undo,
  }) => {
    const { accountId, personId } = await accountOf("teodoro");
    const elsewhere = system(uuidv7());
    must(
      await database.desk(claimsOf(elsewhere)).write(async (tx) => {
        const other = { name: "Birch Hollow", state: null, timeZone: "America/Chicago", language: "en" } as const;
        must(await foundDistrict(tx, elsewhere, { ...other, host: "plan.birch.example" }));
        return ok(must(await addPerson(tx, elsewhere, { name: "T", email: "t@birch.example", accountId })));
      }),
    );
    expect(await undo("wren", personId)).toEqual({ ok: false, problem: { kind: "works-elsewhere" } });
    expect(await undo("system", personId)).toEqual({ ok: true, value: null });
  });

  test("finds nothing to take away from someone who has never signed in, or is not there", async ({
    undo,
    haywater,
  }) => {
    expect(await undo("wren", haywater.people.samuel)).toEqual({ ok: false, problem: { kind: "not-found" } });
    expect(await undo("wren", uuidv7())).toEqual({ ok: false, problem: { kind: "not-found" } });
  });
});

test("what people do with their own is in the log, where they work", async ({ as, haywater }) => {
  const delphine = await as("delphine");
  await recordOwnFactor(delphine.desk, delphine.actor, "add-passkey");
  const visitor = await as("public");
  await recordOwnFactor(visitor.desk, visitor.actor, "add-passkey");
  const wren = await as("wren");
  const events = await wren.desk.read((tx) => listEvents(tx, wren.actor.districtId, { limit: 2 }));
  expect(events.map(({ action, personId }) => [action, personId])).toContainEqual([
    "add-passkey",
    haywater.people.delphine,
  ]);
  expect(events.filter(({ action }) => action === "add-passkey")).toHaveLength(1);
});
