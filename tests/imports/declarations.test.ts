/** What every declaration of an import must have, so that the machinery can say it in words and build it as SQL. */
import { describe, expect, test } from "vitest";
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { LANGUAGES } from "#locales/messages.ts";
import { translatorIn } from "#locales/translator.ts";
import { nameKey } from "#modules/imports/file/columns.ts";
import { targetKey } from "#modules/imports/present.ts";
import { fill, type Known } from "#modules/imports/relation.ts";
import { writeImportGuide } from "#modules/imports/write-guide.ts";

const ID = "01a00000-0000-7000-8000-000000000000";

describe("every kind of import", () => {
  test("has a kind of its own", () => {
    const kinds = IMPORT_KINDS.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test.for(IMPORT_KINDS)("$kind has its words, in both languages", (definition) => {
    const { words, kind, sources, checks, targets, alarms = [] } = definition;
    const keys = [
      ...["title", "lede"],
      ...sources.map(({ name }) => `sources.${name}`),
      ...targets.map(({ table }) => targetKey(table)),
      ...checks.map(({ does, because }) => `${does === "refuse" ? "refusals" : "asides"}.${because}`),
      ...alarms.map(({ because }) => `alarms.${because}`),
      ...sources.flatMap(({ columns }) => columns.flatMap(({ like }) => (like ? [`expected.${like.expected}`] : []))),
    ].map((key) => `${words}.kinds.${kind}.${key}`);
    for (const language of LANGUAGES) {
      const t = translatorIn(language) as unknown as { has(key: string): boolean };
      expect(keys.filter((key) => !t.has(key))).toEqual([]);
    }
  });

  test.for(IMPORT_KINDS)("$kind names sources, columns and tables that are there", (definition) => {
    const { districtId, importId } = { districtId: ID, importId: ID };
    const known: Known = {
      definition,
      districtId,
      importId,
      today: "2026-11-20",
      present: [],
      modes: {},
      dates: {},
      answers: {},
    };
    const { sources, checks, targets, alarms = [], after = [] } = definition;
    const texts = [
      ...checks.map(({ rows }) => rows),
      ...alarms.map(({ rows }) => rows),
      ...after,
      ...targets.flatMap(({ rows, scope = "", kept = "", gone }) => [
        ...[rows, scope, kept],
        ...(typeof gone === "object" ? Object.values(gone.set) : []),
      ]),
    ];
    for (const text of texts) expect(fill(text, known)).not.toMatch(/\{[a-z_]+(:[a-z]+)?\}/);
    for (const { name, columns, key = [] } of sources) {
      const named = columns.map((column) => column.name);
      expect(new Set(named).size, name).toBe(named.length);
      expect(key.filter((each) => !named.includes(each))).toEqual([]);
      const headers = columns.flatMap(({ header, aliases = [] }) => [...new Set([header, ...aliases].map(nameKey))]);
      expect(
        headers.filter((each, at) => headers.indexOf(each) !== at),
        name,
      ).toEqual([]);
    }
    for (const target of targets) {
      expect(sources.map(({ name }) => name)).toContain(target.source);
      if (target.merge === "replace") expect(target.gone, target.table).toBeDefined();
    }
  });

  test("is described in the guide, as it is (else: npm test -- tests/imports -u)", async () => {
    await expect(writeImportGuide(IMPORT_KINDS)).toMatchFileSnapshot("../../docs/guide/import-files.md");
  });
});
