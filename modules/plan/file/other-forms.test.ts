import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { seedPlans } from "#db/seed/seed-plans.ts";
import { translatorIn } from "#locales/translator.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { sealed, wholeFile } from "#tests/support/plan-file.ts";
import { NOW, test } from "#tests/support/story.ts";
import { readDocument } from "../document/read-document.ts";
import { asCsv } from "./as-csv.ts";
import { asMarkdown } from "./as-markdown.ts";
import type { PlanFile } from "./plan-file.ts";
import { getPlanFile } from "./queries.ts";

const SAMPLE = ["every-child-across", "higher-ground", "alder-creek-school-plan"];

const textOf = (file: PlanFile) => (file.versions.at(-1) as PlanFile["versions"][number]).text;

describe("a plan as Markdown", () => {
  test("is read again by our own reader as the plan it was", async ({ database, haywater }) => {
    const { districtId } = haywater;
    await seedPlans(database, districtId, NOW);
    const desk = database.desk(claimsOf(system(districtId)));
    for (const slug of SAMPLE) {
      const file = await desk.read((tx) => getPlanFile(tx, { id: districtId, name: "Haywater Public Schools" }, slug));
      if (!file) throw new Error(`no plan ${slug}`);
      const bytes = Buffer.from(asMarkdown(file, translatorIn("en")));
      const read = await readDocument({ bytes, name: "plan.md" });
      if (!read.ok) throw new Error(read.problem.kind);
      const { nodes, statements, measures, title } = read.value.reading;
      const codes = new Map(nodes.map(({ id, code }) => [id, code]));
      const text = textOf(file);
      const codeAt = new Map(text.nodes.map(({ address, code }) => [address, code]));
      expect(title, slug).toBe(file.plan.title);
      expect(
        nodes.map(({ code, title, parentId }) => [code, title, codes.get(parentId ?? "") ?? null]),
        slug,
      ).toEqual(text.nodes.map(({ code, title, parent }) => [code, title, codeAt.get(parent ?? "") ?? null]));
      const named = ["motto", "mission", "vision", "value"];
      expect(
        statements.filter(({ kind }) => named.includes(kind)).map((one) => one.text),
        slug,
      ).toEqual(
        text.statements.filter(({ kind, parent }) => parent === null && named.includes(kind)).map((one) => one.text),
      );
      expect(measures.length, slug).toBe(text.measures.length);
    }
  });

  test("takes no word of the plan for a sign of its own", () => {
    const file = wholeFile();
    const text = structuredClone(textOf(file));
    for (const node of text.nodes) node.title = "1. <script>*Read*</script> [x](javascript:alert(1)) | # & _all_";
    const written = asMarkdown({ ...file, versions: [sealed(text)] }, translatorIn("en"));
    expect(written).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(|(?<!\\)\*Read/);
  });
});

describe("a plan as CSV", () => {
  test("has a row for each element, under its parent, and no formula", () => {
    const file = wholeFile();
    const text = structuredClone(textOf(file));
    for (const measure of text.measures) measure.target = "+5%";
    const rows = parse(asCsv({ ...file, versions: [sealed(text)] }), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ part, address, under, text: words }) => [part, address, under, words])).toEqual([
      ["statement", "mission", "", "Every child, across."],
      ["node", "goal-1", "", "Reading"],
      ["node", "1.1", "goal-1", "Phonics first"],
      ["node", "goal-2", "", "Belonging"],
      ["measure", "measure-1", "", "Third graders on grade level"],
    ]);
    expect(rows.at(-1)).toMatchObject({ target: "'+5%", proves: "goal-1", baseline: "46%" });
    expect(rows[2]).toMatchObject({ level: "Strategy", focus: "2026-27" });
  });
});
