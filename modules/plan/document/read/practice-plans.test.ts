import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../formats/csv.ts";
import { readHtml } from "../formats/html.ts";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { Reading } from "../reading.ts";
import { readPlan } from "./read-plan.ts";
import { sameKey } from "./words.ts";

/** What a practice document is expected to hold, in the format of tests/plans. */
interface Expected {
  statements: { kind: string; text: string; children?: string[] }[];
  nodes: { level: string; code: string; title: string | null; parentCode: string | null }[];
  measures: { role: string; text: string }[];
  guardrails: { text: string }[];
}

const READERS = { txt: readTxt, md: readMd, html: readHtml, csv: readCsv };
const PRACTICE = new URL("../../../../tests/plans/", import.meta.url);
const BESIDE = new URL("../../../../../shared/fixtures/plans/", import.meta.url);

function documents(folder: URL): { name: string; reading: Reading; expected: Expected }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  return names.flatMap((name) => {
    const read = READERS[name.split(".").at(-1) as keyof typeof READERS];
    const tree = name.replace(/\.\w+$/, ".expected.json");
    if (!read || !names.includes(tree)) return [];
    const expected = JSON.parse(readFileSync(new URL(tree, folder), "utf8"));
    return [{ name, reading: readPlan(read(readFileSync(new URL(name, folder), "utf8"))), expected }];
  });
}

/** "Goal 2 > Strategy 1" is Strategy 1; "~2.1" is no printed code. */
function printedCode(code: string): string | null {
  const last = code.split(">").at(-1)!.trim();
  return last.startsWith("~") ? null : last;
}

const level = (name: string) => sameKey(name).replace(/[^a-z0-9 ]/g, "");

function expectedTree({ nodes }: Expected): string[] {
  const titles = new Map(nodes.map((node) => [node.code, node.title ?? printedCode(node.code)]));
  return nodes.map((node) => {
    const parent = node.parentCode === null ? "" : (titles.get(node.parentCode) ?? "");
    return [level(node.level), printedCode(node.code) ?? "", sameKey(node.title ?? ""), sameKey(parent)].join(" | ");
  });
}

/** The tree that was read, in reading order of the tree; a code counts only where one is expected. */
function readTree({ nodes, levels }: Reading, { nodes: wanted }: Expected): string[] {
  const labels = new Map(levels.map((each) => [each.key, each.label]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const coded = new Set(wanted.filter((node) => printedCode(node.code)).map((node) => level(node.level)));
  const inOrder = (parent: string | null): typeof nodes =>
    nodes.filter((node) => node.parentId === parent).flatMap((node) => [node, ...inOrder(node.id)]);
  return inOrder(null).map((node) => {
    const label = level(labels.get(node.level)!);
    const above = node.parentId === null ? null : byId.get(node.parentId)!;
    const code = coded.has(label) ? (node.code ?? "") : "";
    return [label, code, sameKey(node.title ?? ""), sameKey(above?.title ?? above?.code ?? "")].join(" | ");
  });
}

const all = [...documents(PRACTICE), ...documents(BESIDE)];

describe.each(all)("the practice document $name", ({ reading, expected }) => {
  test("is read as the tree that people see in it", () => {
    expect(readTree(reading, expected)).toEqual(expectedTree(expected));
  });

  test("has its statements", () => {
    const said = (each: { kind: string; text: string }) => `${each.kind}: ${sameKey(each.text)}`;
    expect(reading.statements.map(said)).toEqual(expect.arrayContaining(expected.statements.map(said)));
    expect(reading.statements.length).toBe(expected.statements.length);
  });

  test("has its guardrails, and measures beside the nodes", () => {
    expect(reading.guardrails.map((each) => sameKey(each.text))).toEqual(
      expected.guardrails.map((each) => sameKey(each.text)),
    );
    const found = new Set(reading.measures.map((measure) => sameKey(measure.text)));
    const missing = expected.measures.filter((measure) => !found.has(sameKey(measure.text)));
    expect(missing).toEqual([]);
  });
});

test("there are practice documents", () => {
  expect(all.length).toBeGreaterThan(20);
});
