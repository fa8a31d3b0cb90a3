import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ok, refuse } from "#lib/result.ts";
import { listPeople } from "#modules/people/queries.ts";
import { test } from "#tests/support/story.ts";
import { NOBODY } from "./claims.ts";
import type { WriteTx } from "./desk.ts";

const renameWren = (tx: WriteTx, districtId: string, name: string) =>
  tx
    .updateTable("people.person")
    .set({ name })
    .where("districtId", "=", districtId)
    .where("title", "=", "Director of planning")
    .execute();

describe("a desk", () => {
  test("that reads cannot write, whatever it is told", async ({ as, haywater }) => {
    const { desk } = await as("wren");
    const writing = desk.read((tx) => renameWren(tx as WriteTx, haywater.districtId, "Someone Else"));
    await expect(writing).rejects.toMatchObject({ code: "25006" });
  });

  test("keeps nothing of work that was refused, and nothing of work that failed", async ({ as, haywater }) => {
    const { desk } = await as("wren");
    const names = async () => (await desk.read((tx) => listPeople(tx, haywater.districtId))).map(({ name }) => name);
    const before = await names();
    const refused = await desk.write(async (tx) => {
      await renameWren(tx, haywater.districtId, "Someone Else");
      return refuse({ kind: "changed-my-mind" });
    });
    expect(refused).toEqual({ ok: false, problem: { kind: "changed-my-mind" } });
    const failed = desk.write(async (tx) => {
      await renameWren(tx, haywater.districtId, "Someone Else");
      throw new Error("the program has a bug");
    });
    await expect(failed).rejects.toThrow("the program has a bug");
    expect(await names()).toEqual(before);
  });

  test("inside a desk is an error, and so is signing in there: each would wait for the other for ever", async ({
    as,
    database,
  }) => {
    const { desk } = await as("wren");
    const twice = desk.write(async () => ok(await desk.read(async () => 1)));
    await expect(twice).rejects.toThrow("inside another");
    const signingIn = desk.read(() => sql`select 1 from sign_in.session`.execute(database.signIn));
    await expect(signingIn).rejects.toThrow("inside another");
    expect(await desk.read(async () => "still answers")).toBe("still answers");
  });

  test("leaves neither role nor claims behind on its connection", async ({ as, database }) => {
    const { desk } = await as("wren");
    await desk.read((tx) => sql`select 1`.execute(tx));
    await desk.read(() => Promise.reject(new Error("gone"))).catch(() => {});
    for (let connection = 0; connection < 10; connection += 1) {
      const { rows } = await sql<{ role: string; who: string | null }>`
        select current_setting('role') as role, nullif(current_setting('guidepost.person', true), '') as who
      `.execute(database.owner);
      expect(rows).toEqual([{ role: "none", who: null }]);
    }
  });

  test.for(["x'; reset role; --", "one, two", 'x"', "a\\b", "ü", "$1", "(select)"])(
    "is not opened for a claim that holds %s",
    (claim, { database }) => {
      expect(() => database.desk({ ...NOBODY, district: claim })).toThrow("no id has");
      expect(() => database.desk({ ...NOBODY, schools: [claim] })).toThrow("no id has");
      expect(() => database.desk({ ...NOBODY, account: claim })).toThrow("no id has");
    },
  );
});
