import { describe, expect, test } from "vitest";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrict, findDistrictAt } from "#modules/district/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Database } from "#platform/db/database.ts";
import { openAccounts } from "#platform/sign-in/accounts.ts";
import { newDatabase } from "#tests/support/engine.ts";
import { NOW } from "#tests/support/story.ts";
import { listEvents } from "./event-log.ts";
import { findPersonOf, listGrants } from "./queries.ts";
import { setUp } from "./set-up.ts";

const birch = {
  district: "Birch Hollow Schools",
  state: "TX",
  timeZone: "America/Chicago",
  language: "en",
  name: "Noor Haddad",
  email: "noor@birch.example",
  password: "seven herons at dusk",
} as const;

async function withHouse(work: (house: ReturnType<typeof houseOn>) => Promise<void>) {
  const { database, remove } = await newDatabase();
  try {
    await work(houseOn(database));
  } finally {
    await remove();
  }
}

function houseOn(database: Database) {
  const accounts = openAccounts(
    database.signIn,
    "a secret of at least thirty-two letters",
    new URL("http://localhost"),
  );
  const districtHere = () => database.desk(NOBODY).read((tx) => findDistrictAt(tx, "*"));
  return { database, accounts, districtHere };
}

describe("setting up", () => {
  test("makes the district, its steward, and an account that signs in", () =>
    withHouse(async (house) => {
      const made = await setUp(house, birch, NOW);
      if (!made.ok) throw new Error(made.problem.kind);
      const districtId = made.value;
      expect(await house.districtHere()).toBe(districtId);
      const accountId = await house.accounts.findAccount("noor@birch.example");
      const program = house.database.desk(claimsOf(system(districtId)));
      await program.read(async (tx) => {
        expect(await findDistrict(tx, districtId)).toMatchObject({ name: "Birch Hollow Schools", state: "TX" });
        const noor = await findPersonOf(tx, districtId, accountId ?? "");
        expect(noor?.name).toBe("Noor Haddad");
        expect(await listGrants(tx, districtId, noor?.id)).toMatchObject([{ role: "steward", fromOn: "2026-11-20" }]);
        const actions = (await listEvents(tx, districtId, { limit: 9 })).map((event) => event.action);
        expect(actions).toEqual(["give-grant", "add-person", "set-up-district"]);
      });
      const { email, password } = birch;
      expect(await house.accounts.openSession({ email, password }, new Headers())).not.toBeNull();
    }));

  test("happens once: of two at the same moment one is refused, and nothing of it stays", () =>
    withHouse(async (house) => {
      const other = { ...birch, name: "Elias Brandt", email: "elias@birch.example" };
      const answers = await Promise.all([setUp(house, birch, NOW), setUp(house, other, NOW)]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, problem: { kind: "already-set-up" } });
      const found = await Promise.all([birch, other].map(({ email }) => house.accounts.findAccount(email)));
      expect(found.filter((account) => account !== null)).toHaveLength(1);
      expect(await setUp(house, other, NOW)).toMatchObject({ problem: { kind: "already-set-up" } });
    }));

  test("refuses a password that anyone would guess, and makes nothing", () =>
    withHouse(async (house) => {
      const kindOf = async (password: string) => {
        const refused = await setUp(house, { ...birch, password }, NOW);
        return refused.ok ? null : refused.problem.kind;
      };
      expect(await kindOf("short")).toBe("too-short");
      expect(await kindOf("birch hollow schools")).toBe("too-plain");
      expect(await kindOf("Noor Haddad 2026")).toBe("too-plain");
      expect(await kindOf("x".repeat(201))).toBe("too-long");
      expect(await house.districtHere()).toBeNull();
      expect(await house.accounts.findAccount("noor@birch.example")).toBeNull();
    }));

  test("goes on where it was cut off after the account was made, with the same password only", () =>
    withHouse(async (house) => {
      const { name, email, password } = birch;
      await house.accounts.addAccount({ name, email, password });
      const wrong = await setUp(house, { ...birch, password: "nine otters by night" }, NOW);
      expect(wrong).toEqual({ ok: false, problem: { kind: "email-taken" } });
      expect((await setUp(house, birch, NOW)).ok).toBe(true);
    }));
});
