import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../formats/csv.ts";
import { readHtml } from "../formats/html.ts";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { Reading, Span } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import { bulletOf } from "./piece.ts";
import { readPlan } from "./read-plan.ts";

const READERS = { txt: readTxt, md: readMd, html: readHtml, csv: readCsv };

/** The practice documents of the project, and those beside it on the machines of its makers. */
const FOLDERS = ["../../../../tests/plans/", "../../../../../shared/fixtures/plans/", "../../../../../shared/seeds/"];

function documents(): { name: string; source: SourceDocument }[] {
  return FOLDERS.map((folder) => new URL(folder, import.meta.url))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).flatMap((name) => {
        const read = READERS[name.split(".").at(-1) as keyof typeof READERS];
        return read ? [{ name, source: read(readFileSync(new URL(name, folder), "utf8")) }] : [];
      }),
    );
}

/** The text of a source with white space and bullets reduced; a dash that a soft break has put in front of a line stays. */
function reduced(source: SourceDocument): string {
  const lines = source.lines.map(({ text }, at) =>
    source.lines[at - 1]?.wraps ? text : text.slice(bulletOf(text).length),
  );
  return lines.join(" ").replace(/\s+/g, " ");
}

function strings(reading: Reading): string[] {
  const { title, org, period, adoption, statements, nodes, guardrails, measures, observations, left } = reading;
  const said = [
    title,
    org,
    period?.printed,
    adoption?.printed,
    adoption?.body,
    ...statements.flatMap((each) => [each.text, each.owner, ...each.children.map((child) => child.text)]),
    ...nodes.flatMap((node) => [
      node.title,
      node.statement,
      node.owner,
      node.dates,
      node.phase,
      node.horizon,
      node.tag,
      node.amount,
    ]),
    ...guardrails.flatMap((each) => [each.code, each.text, each.actor]),
    ...measures.flatMap((each) => [
      each.text,
      each.tag,
      each.baseline,
      each.target,
      each.by,
      ...each.series.flatMap(({ period, value }) => [period, value]),
    ]),
    ...observations.flatMap((each) => [each.text, each.status]),
    ...left.map((each) => each.text).filter((text) => bulletOf(`${text} `).trim() !== text),
  ];
  return said.filter((text): text is string => typeof text === "string" && text !== "");
}

/** Codes stand in the text, or are the numbers that the format itself gives to the items of a list. */
function codes(reading: Reading): string[] {
  return [...reading.nodes, ...reading.measures].flatMap((each) => each.code ?? []);
}

function expectNothingInvented(source: SourceDocument, reading: Reading): void {
  const text = reduced(source);
  const bare = (words: string) =>
    words
      .toLowerCase()
      .normalize("NFD")
      .replace(/["“”\p{M}]/gu, "");
  const lower = bare(text);
  const generated = new Set(source.lines.flatMap((line) => line.list?.marker?.replace(/[.)]+$/, "") ?? []));
  expect(strings(reading).filter((said) => !text.includes(said.replace(/\s+/g, " ")))).toEqual([]);
  expect(codes(reading).filter((code) => !text.includes(code) && !generated.has(code))).toEqual([]);
  const printed = reading.levels.filter((level) => level.printed).map((level) => bare(level.label));
  expect(printed.filter((label) => !lower.includes(label.replace(/(?:y|s)$/, "")))).toEqual([]);
}

function linesOf(spans: Span[]): Set<number> {
  const lines = new Set<number>();
  for (const {
    lines: [first, last],
  } of spans)
    for (let n = first; n <= last; n++) lines.add(n);
  return lines;
}

function expectEveryLineAccountedFor(source: SourceDocument, reading: Reading): void {
  const { statements, nodes, guardrails, measures, observations, left } = reading;
  const covered = linesOf(
    [...statements, ...nodes, ...guardrails, ...measures, ...observations, ...left].map((each) => each.span),
  );
  const lost = source.lines.filter((line) => line.text.trim() !== "" && !covered.has(line.n));
  expect(lost.map((line) => line.text)).toEqual([]);
}

function expectSound(source: SourceDocument, reading: Reading): void {
  const ids = new Map(reading.nodes.map((node) => [node.id, node]));
  const keys = new Set(reading.levels.map((level) => level.key));
  expect(keys.size).toBe(reading.levels.length);
  for (const node of reading.nodes) {
    expect(keys.has(node.level)).toBe(true);
    const seen = new Set([node.id]);
    for (let at = node.parentId; at !== null; at = ids.get(at)!.parentId) {
      expect(ids.has(at)).toBe(true);
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
    expect(node.span.start).toBeLessThanOrEqual(node.span.end);
    expect(node.span.end).toBeLessThanOrEqual(source.text.length);
  }
  for (const measure of reading.measures) for (const id of measure.nodeIds) expect(ids.has(id)).toBe(true);
}

describe("a reading of a practice document", () => {
  const all = documents();

  test("there are some", () => {
    expect(all.length).toBeGreaterThan(20);
  });

  test.each(all)("of $name holds only words that stand in it", ({ source }) => {
    expectNothingInvented(source, readPlan(source));
  });

  test.each(all)("of $name accounts for every line", ({ source }) => {
    const reading = readPlan(source);
    expectEveryLineAccountedFor(source, reading);
    expectSound(source, reading);
  });

  test.each(all)("of $name is the same each time", ({ source }) => {
    expect(readPlan(source)).toEqual(readPlan(structuredClone(source)));
  });
});

const LINES = [
  "",
  "",
  "Strategic Plan 2025-2030",
  "PRIORITY 2",
  "Goal 1: Read well",
  "Goal 2 – Count well (Phase 1)",
  "Goal 3, Strategy 1: Ask often.",
  "STRATEGIES",
  "Measures of Success:",
  "Progress Measures",
  "By 2029 we will:",
  "1.1 Widen the doors",
  "1.1A Paint the doors – $4,000",
  "a) Sand them first",
  "II. People",
  "• Hire early",
  "  ○ in spring",
  "- Keep people",
  "-",
  "Our Mission",
  "We send every child home curious.",
  "Core Values",
  "Guardrail 1: The superintendent will not close a school in May.",
  "Owner: the chief of staff",
  "Baseline: 41%",
  "The share of readers will rise from 40% in 2024 to 55% by June 2028. It was 38% in 2023.",
  "Former plan (2014-2019)",
  "State priorities, for reference",
  "Home | About | Contact",
  "Page 3 of 9",
  "2024-25",
  "2025-26",
  "The board adopted these three goals on May 4, 2025.",
  "GPM 1.1: The share of first graders on track will rise.",
  "Goal | Strategy | Owner",
  "Read | Coach teachers | Lee",
  "# Heading",
  "## Theme one",
  "### Theme two",
  "| Goal | Measure | 2025 Target |",
  "|---|---|---|",
  "| Goal 1: Read | Readers at benchmark | 60% |",
  "|  | Books lent | 900 |",
  "<p><b>Area 1</b></p>",
  "<ul><li>Do this</li><li>Do that</li></ul>",
  "<table><tr><th>Goal</th><th>Action</th></tr><tr><td>Goal 4: Save</td><td>Count twice</td></tr></table>",
  "Goal,Objective,Owner,Cost",
  "Goal 1: Read,1.1 Lend books,Lee,$400",
  ",1.2 Read aloud,,",
  "and this runs on in small letters from the line above, as a page that is narrow would print it,",
  "“We row together”",
  "___ to be decided",
  "Goal",
  "Objective 2.1 (ST/LT)",
  "(",
  "A.",
  "1",
  "#1 Every child",
];

describe("any page of lines", () => {
  const page = fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...LINES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
    ),
    { maxLength: 40 },
  );

  test.each(Object.keys(READERS) as (keyof typeof READERS)[])(
    "as %s is read without inventing or losing a line",
    (format) => {
      fc.assert(
        fc.property(page, (lines) => {
          let source: SourceDocument;
          try {
            source = READERS[format](lines.join("\n"));
          } catch {
            return; // The format refuses it, and says so elsewhere.
          }
          const reading = readPlan(source);
          expectNothingInvented(source, reading);
          expectEveryLineAccountedFor(source, reading);
          expectSound(source, reading);
        }),
        { seed: 1848, numRuns: 400 },
      );
    },
  );
});
