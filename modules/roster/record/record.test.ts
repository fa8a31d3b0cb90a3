import { type Kysely, sql } from "kysely";
import { describe, expect } from "vitest";
import { RECORD_TABLES } from "#app/inventory.ts";
import { must } from "#db/seed/seed-cast.ts";
import { addStudents, inRoster } from "#tests/support/roster.ts";
import { NOW, test as story, TODAY } from "#tests/support/story.ts";
import { deleteStudent } from "./delete.ts";
import { presentRecord, recordFile } from "./present.ts";
import { findReceipt } from "./queries.ts";
import { lookAtRecord } from "./read.ts";

const test = story.extend<{ family: string; ada: string }>({
  // Of each test its own, as the database is one for all of them.
  family: async ({ task }, use) => use(`Quillfeather-${task.id.replace(/\W/g, "")}`),
  ada: async ({ database, family, haywater }, use) => {
    const at = [{ schoolId: haywater.schools.alderCreek, grade: "03" }];
    const groups = [{ key: "homeless", confidential: true }];
    const [ada = ""] = await addStudents(
      database,
      haywater,
      [
        { name: ["Ada", family], at, groups },
        { name: ["Bo", "Reyes"], at },
      ],
      TODAY,
    );
    await use(ada);
  },
});

const WHY = "The family asked for it";

describe("the whole record of a student", () => {
  test("is given to those who answer for records, with who looked, and the giving is written down", async ({
    ada,
    as,
    database,
    family,
    haywater,
  }) => {
    const { actor, desk } = await as("anwar");
    await lookAtRecord(database, actor, ada, RECORD_TABLES);
    const record = await lookAtRecord(database, actor, ada, RECORD_TABLES);
    const shown = record && presentRecord(record);
    expect(shown?.name).toBe(`Ada ${family}`);
    expect(shown?.blocks.map(({ table }) => table)).toEqual([
      "roster.student",
      "roster.group_member",
      "roster.school_enrollment",
      "roster.student_source",
    ]);
    expect(JSON.stringify(shown)).toContain("Alder Creek Elementary");
    expect(shown?.looks).toMatchObject([{ by: "Anwar Desrosiers", through: "student-record" }]);
    const file = record && recordFile(record, { district: "Haywater", at: NOW.toISOString() });
    expect(JSON.parse(JSON.stringify(file)).tables["roster.student"]).toMatchObject([{ family_name: family }]);
    const looks = await desk.read((tx) =>
      tx.selectFrom("people.look").select("personId").where("through", "=", "student-record").execute(),
    );
    expect(looks).toEqual([{ personId: haywater.people.anwar }, { personId: haywater.people.anwar }]);
  });
});

describe("deleting a record", () => {
  test("leaves no row that names the student, keeps counts and looks, and gives a receipt that names no one", async ({
    ada,
    as,
    database,
    family,
    haywater,
  }) => {
    const { districtId } = haywater;
    const { actor, desk } = await as("ines");
    const counts = () =>
      inRoster(database, districtId, (tx) => tx.selectFrom("roster.headcount").select(["groupKey", "n"]).execute());
    const before = await counts();
    await lookAtRecord(database, actor, ada, RECORD_TABLES);
    // What a load keeps, so that it can be taken back, and what it refused.
    await inRoster(database, districtId, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        insert into imports.import (district_id, id, kind, students, state, came)
        values (${districtId}, gen_random_uuid(), 'one-roster', true, 'published', 'browser') returning id
      `.execute(tx);
      const load = rows[0]?.id;
      await sql`
        insert into imports.change (district_id, import_id, target, n, source, did, row_key, before)
        values (${districtId}, ${load}, 1, 1, 'users', 'changed', '{"known_by": "1"}',
          ${JSON.stringify({ id: ada, family_name: family })}::jsonb)
      `.execute(tx);
      await sql`
        insert into imports.refused_row (district_id, import_id, students, source, line, raw)
        values (${districtId}, ${load}, true, 'users', 7, array['1001', ${family}])
      `.execute(tx);
    });

    const typed = { studentId: ada, because: WHY, typed: ` ${family.toLowerCase()} ` };
    const receiptId = must(await deleteStudent(database, actor, typed, RECORD_TABLES, NOW));
    const receipt = await desk.read((tx) => findReceipt(tx, districtId, receiptId));
    expect(receipt).toMatchObject({
      subjectId: ada,
      by: "Ines Marchetti",
      because: WHY,
      holds: true,
      counts: {
        "roster.student": 1,
        "roster.school_enrollment": 1,
        "roster.group_member": 1,
        "roster.student_source": 1,
        "imports.change": 1,
        "imports.refused_row": 1,
      },
    });
    expect(JSON.stringify(receipt)).not.toContain(family);
    expect(await counts()).toEqual(before);
    expect(await namedIn(database.owner, family)).toEqual([]);
    const looks = await desk.read((tx) => tx.selectFrom("people.look").select("studentIds").execute());
    expect(looks.some(({ studentIds }) => studentIds.includes(ada))).toBe(true);
    expect(await lookAtRecord(database, actor, ada, RECORD_TABLES)).toBeNull();
  });

  test("asks for the right name, an allowed person, and that no file with students is on its way in", async ({
    ada,
    as,
    database,
    family,
    haywater,
  }) => {
    const input = { studentId: ada, because: WHY, typed: family };
    const tried = async (who: "anwar" | "joon" | "wren", change: object = {}) => {
      const { actor } = await as(who);
      const done = await deleteStudent(database, actor, { ...input, ...change }, RECORD_TABLES, NOW);
      return done.ok ? "deleted" : done.problem.kind;
    };
    expect(await tried("anwar", { typed: "Quill" })).toBe("not-this-name");
    expect(await tried("anwar", { studentId: haywater.people.anwar })).toBe("not-found");
    expect(await tried("joon")).toBe("not-allowed");
    expect(await tried("wren")).toBe("not-allowed");
    const load = (state: string) =>
      inRoster(database, haywater.districtId, (tx) =>
        sql`
          insert into imports.import (district_id, id, kind, students, state, came)
          values (${haywater.districtId}, gen_random_uuid(), 'one-roster', true, ${state}, 'browser')
        `.execute(tx),
      );
    await load("published");
    await load("checked");
    expect(await tried("anwar")).toBe("load-under-way");
    const { actor } = await as("anwar");
    expect(await lookAtRecord(database, actor, ada, RECORD_TABLES)).not.toBeNull();
  });
});

/** Tables in which a word still stands, asked of the whole database. */
async function namedIn(owner: Kysely<unknown>, word: string): Promise<string[]> {
  return owner.transaction().execute(async (tx) => {
    await sql`set local role guidepost_backup`.execute(tx);
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('people', 'imports', 'roster', 'plan', 'district')
    `.execute(tx);
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } =
        await sql`select 1 from ${sql.table(name)} t where t::text like ${`%${word}%`} limit 1`.execute(tx);
      if (hits.length > 0) found.push(name);
    }
    return found;
  });
}
