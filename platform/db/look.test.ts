import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ok, refuse } from "#lib/result.ts";
import { type Seat, test as story } from "#tests/support/story.ts";
import type { Desk, ReadTx, WriteTx } from "./desk.ts";
import type { Look } from "./look.ts";

const PAGE: Look = { through: "student-page", address: "/students/1" };
const ISLA = "01a30000-0000-7000-8000-000000000001";
const OMAR = "01a30000-0000-7000-8000-000000000002";

/** Two pupils of two schools, in a table guarded as every table of students is; Joon is principal of the first's school. */
const test = story.extend<{ table: null; joon: Seat }>({
  table: [
    async ({ database, haywater: { districtId, schools } }, use) => {
      const pupil = (id: string, school: string, name: string) =>
        `('${districtId}', '${id}', array['${school}']::uuid[], '${name}')`;
      const made = `
        create schema scratch;
        create table scratch.pupil (
          district_id uuid not null, student_id uuid not null, school_ids uuid[] not null, name text not null,
          primary key (district_id, student_id)
        );
        insert into scratch.pupil values ${pupil(ISLA, schools.alderCreek, "Isla")}, ${pupil(OMAR, schools.haywaterMiddle, "Omar")};
        grant usage on schema scratch to guidepost_app;
        grant select, update on scratch.pupil to guidepost_app;
        alter table scratch.pupil enable row level security;
        alter table scratch.pupil force row level security;
        create policy pupil_seen on scratch.pupil to guidepost_app using (
          district_id = nullif(current_setting('guidepost.district', true), '')::uuid
          and nullif(current_setting('guidepost.look', true), '') is not null
          and string_to_array(nullif(current_setting('guidepost.reach', true), ''), ',')::uuid[]
            && (array[district_id, student_id] || school_ids)
        )`;
      await sql.raw(made).execute(database.owner);
      await use(null);
    },
    { scope: "file" },
  ],
  joon: async ({ as, table: _ }, use) => use(await as("joon")),
});

const pupils = async (tx: ReadTx): Promise<{ id: string; name: string }[]> =>
  (await sql<{ id: string; name: string }>`select student_id as id, name from scratch.pupil order by name`.execute(tx))
    .rows;

async function seen(tx: ReadTx): Promise<{ students: string[]; value: string[] }> {
  const rows = await pupils(tx);
  return { students: rows.map(({ id }) => id), value: rows.map(({ name }) => name) };
}

const looksOf = ({ desk, actor }: Seat) =>
  desk.read((tx) =>
    tx
      .selectFrom("people.look")
      .select(["personId", "asPersonId", "through", "address", "studentIds", "because"])
      .where("districtId", "=", actor.districtId)
      .orderBy("id")
      .execute(),
  );

describe("the one door to students", () => {
  test("shows no student at a plain desk, whatever the reach", async ({ joon }) => {
    expect(joon.actor.reach).not.toEqual([]);
    expect(await joon.desk.read(pupils)).toEqual([]);
    expect(await joon.desk.write(async (tx) => ok(await pupils(tx)))).toEqual({ ok: true, value: [] });
  });

  test("shows those within reach, and writes down who saw whom, when, where and why", async ({ joon }) => {
    const named = await joon.desk.look(PAGE, async (tx) => ({ ...(await seen(tx)), because: "role.leader" }));
    expect(named).toEqual(["Isla"]);
    const row = { personId: joon.actor.person?.id, asPersonId: null, ...PAGE, studentIds: [ISLA] };
    expect(await looksOf(joon)).toEqual([{ ...row, because: "role.leader" }]);
  });

  test("names a student once, and whom the viewer views as", async ({ database, joon, haywater }) => {
    const desk = database.desk({ ...joon.desk.claims, as: haywater.people.teodoro });
    const before = (await looksOf(joon)).length;
    await desk.look({ through: "search", address: "/students" }, async () => ({ students: [ISLA, ISLA], value: null }));
    expect((await looksOf(joon)).slice(before)).toMatchObject([
      { asPersonId: haywater.people.teodoro, studentIds: [ISLA], through: "search", because: null },
    ]);
  });

  test("writes nothing of a search that found no one", async ({ joon }) => {
    const before = await looksOf(joon);
    expect(await joon.desk.look(PAGE, async () => ({ students: [], value: "no one" }))).toBe("no one");
    expect(await looksOf(joon)).toEqual(before);
  });

  test("closes behind whoever went through, also where the work failed", async ({ joon }) => {
    await joon.desk.look(PAGE, seen);
    await expect(joon.desk.look(PAGE, () => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    for (let connection = 0; connection < 10; connection += 1) expect(await joon.desk.read(pupils)).toEqual([]);
  });

  test("keeps whoever looks from writing, in PostgreSQL too", async ({ joon }) => {
    const before = await looksOf(joon);
    const writing = joon.desk.look(PAGE, async (tx) => {
      await sql`update scratch.pupil set name = 'Someone'`.execute(tx as WriteTx);
      return { students: [ISLA], value: null };
    });
    await expect(writing).rejects.toMatchObject({ code: "25006" });
    expect(await looksOf(joon)).toEqual(before);
  });
});

describe("a look that cannot be written down", () => {
  const OF_NO_ONE = "not an id";

  test("gives nothing out", async ({ joon }) => {
    const before = await looksOf(joon);
    const attempts: [Desk, Look, readonly string[]][] = [
      [joon.desk, { ...PAGE, address: "/students?name=Isla" }, [ISLA]],
      [joon.desk, { ...PAGE, address: "" }, [ISLA]],
      [joon.desk, PAGE, [OF_NO_ONE]],
    ];
    for (const [desk, look, students] of attempts) {
      let given: unknown = "nothing";
      const looking = desk.look(look, async (tx) => ({ ...(await seen(tx)), students }));
      await looking.then(
        (value) => {
          given = value;
        },
        () => {},
      );
      expect(given).toBe("nothing");
    }
    expect(await looksOf(joon)).toEqual(before);
  });

  test("is refused where there is no such door, or another desk is open", async ({ joon }) => {
    expect(() => joon.desk.look({ ...PAGE, through: "x'; reset role; --" as "search" }, seen)).toThrow("no door");
    const inside = joon.desk.read(() => joon.desk.look(PAGE, seen));
    await expect(inside).rejects.toThrow("inside another");
  });

  test("is not written without a door, nor in another's name", async ({ joon, haywater }) => {
    const row = { districtId: haywater.districtId, id: ISLA, through: "search", address: "/x", studentIds: [ISLA] };
    const own = { ...row, personId: haywater.people.joon };
    const plainly = joon.desk.write(async (tx) => ok(await tx.insertInto("people.look").values(own).execute()));
    await expect(plainly).rejects.toMatchObject({ code: "42501" });
    const forged = joon.desk.lookAndWrite({ ...PAGE, through: "search" }, async (tx) => {
      await tx
        .insertInto("people.look")
        .values({ ...row, personId: haywater.people.wren })
        .execute();
      return ok({ students: [], value: null });
    });
    await expect(forged).rejects.toMatchObject({ code: "42501" });
  });
});

describe("writing with the door open", () => {
  test("keeps the work and the look together", async ({ joon }) => {
    const before = (await looksOf(joon)).length;
    const renamed = await joon.desk.lookAndWrite({ ...PAGE, through: "student-deletion" }, async (tx) => {
      const { numAffectedRows } = await sql`update scratch.pupil set name = 'Isla R.'`.execute(tx);
      return ok({ students: [ISLA], value: Number(numAffectedRows) });
    });
    expect(renamed).toEqual({ ok: true, value: 1 });
    expect((await looksOf(joon)).slice(before)).toMatchObject([{ through: "student-deletion", studentIds: [ISLA] }]);
  });

  test("keeps neither when it is refused", async ({ joon }) => {
    const before = await looksOf(joon);
    const refused = await joon.desk.lookAndWrite(PAGE, async (tx) => {
      await sql`update scratch.pupil set name = 'Someone else'`.execute(tx);
      return refuse({ kind: "changed-my-mind" });
    });
    expect(refused).toEqual({ ok: false, problem: { kind: "changed-my-mind" } });
    expect(await looksOf(joon)).toEqual(before);
    const named = await joon.desk.look(PAGE, async (tx) => ({ students: [ISLA], value: await pupils(tx) }));
    expect(named).toMatchObject([{ id: ISLA, name: "Isla R." }]);
  });
});

describe("who looked", () => {
  test("is seen by the leader and the one who looked, and by no one else", async ({ as, joon }) => {
    await joon.desk.look(PAGE, seen);
    expect((await looksOf(joon)).length).toBeGreaterThan(0);
    expect(await looksOf(await as("ines"))).toEqual(await looksOf(joon));
    for (const who of ["wren", "samuel", "delphine", "public"] as const)
      expect(await looksOf(await as(who))).toEqual([]);
  });

  test("is rewritten by no one, the owner of the tables included", async ({ database, joon }) => {
    await joon.desk.look(PAGE, seen);
    const before = await looksOf(joon);
    await sql`update people.look set because = 'otherwise'`.execute(database.owner).catch(() => {});
    await sql`delete from people.look`.execute(database.owner).catch(() => {});
    await expect(sql`truncate people.look`.execute(database.owner)).rejects.toMatchObject({
      constraint: "look_is_final",
    });
    expect(await looksOf(joon)).toEqual(before);
  });
});
