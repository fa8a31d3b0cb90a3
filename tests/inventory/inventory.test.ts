/** The inventory of personal data is complete: compared with the catalog of the database, column by column. */
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { INVENTORY, presentInventory } from "#app/inventory.ts";
import { columnsOf, isHeld, SUBJECTS } from "#lib/inventory.ts";
import { LANGUAGES, MESSAGES } from "#locales/messages.ts";
import { test } from "#tests/support/story.ts";

describe("the inventory of personal data", () => {
  test("names every column of every table, each once, and none that is not there", async ({ database }) => {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select n.nspname || '.' || c.relname as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|public$|jobs$)'
      group by 1
    `.execute(database.owner);
    const there = Object.fromEntries(rows.map(({ name, columns }) => [name, columns.sort()]));
    const told = Object.fromEntries(Object.entries(INVENTORY).map(([name, entry]) => [name, columnsOf(entry).sort()]));
    expect(told, "say in modules/…/inventory.ts what a new column holds, why and for how long").toEqual(there);
  });

  test("has words for everything, in both languages", () => {
    const held = Object.values(INVENTORY).filter(isHeld);
    for (const language of LANGUAGES) {
      const words: Record<string, Record<string, string> | string> = MESSAGES[language].roster.inventory;
      const has = (part: string, key: string) => (words[part] as Record<string, string>)[key] !== undefined;
      const missing = held.flatMap(({ what, why, until }) =>
        [["what", what] as const, ["why", why] as const, ["until", until] as const].filter(
          ([part, key]) => !has(part, key),
        ),
      );
      expect(missing).toEqual([]);
    }
  });

  test("counts every table with a student's id as personal data of a student, but the looks", () => {
    const ofStudents = Object.entries(INVENTORY).filter(([, entry]) => columnsOf(entry).includes("student_id"));
    expect(ofStudents.length).toBeGreaterThan(3);
    for (const [table, entry] of ofStudents) expect(isHeld(entry) && entry.subject, table).toBe("student");
  });

  test("is printed in the guide, as it is (else: npm test -- tests/inventory -u)", async () => {
    await expect(guide()).toMatchFileSnapshot("../../docs/guide/personal-data.md");
  });
});

function guide(): string {
  const words = MESSAGES.en.roster.inventory;
  const say = (part: "what" | "why" | "until", key: string) => (words[part] as Record<string, string>)[key] ?? "";
  const { held, plain } = presentInventory(INVENTORY);
  const lines = [
    "# What is held of people",
    "",
    "<!-- Written by tests/inventory, which compares it with the database: `npm test -- tests/inventory -u` -->",
    "",
    "Every field that says something of a person, why it is held and for how long. The same stands on `/inventory`.",
  ];
  for (const subject of SUBJECTS) {
    lines.push(
      "",
      `## ${words.subject[subject]}`,
      "",
      "| What | Why | How long | Fields |",
      "| --- | --- | --- | --- |",
    );
    for (const { table, what, why, until, columns } of held[subject]) {
      lines.push(
        `| ${say("what", what)} | ${say("why", why)} | ${say("until", until)} | \`${table}\`: ${columns.join(", ")} |`,
      );
    }
  }
  lines.push("", "## Nothing of a person", "", plain.map((table) => `\`${table}\``).join(", "));
  return `${lines.join("\n")}\n`;
}
