import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../formats/csv.ts";
import { readHtml } from "../formats/html.ts";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { Reading } from "../reading.ts";
import type { SourceDocument } from "../source.ts";
import { readPlan } from "./read-plan.ts";

type Read = (text: string) => SourceDocument;

const READERS: Record<string, Read> = {
  txt: readTxt,
  md: readMd,
  html: readHtml,
  csv: readCsv,
};
const PRACTICE = new URL("../../../../tests/plans/", import.meta.url);

const pages = readdirSync(PRACTICE).flatMap((name) => {
  const read = READERS[name.split(".").at(-1)!];
  return read ? [{ name, read, lines: readFileSync(new URL(name, PRACTICE), "utf8").split("\n") }] : [];
});

/** The same order for the same page, each time. */
function shuffled(lines: string[]): string[] {
  let state = lines.length;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const result = [...lines];
  for (let at = result.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

/** All that a reading says, in one text. */
function said({ title, org, statements, nodes, guardrails, measures, observations, left }: Reading): string {
  return JSON.stringify([title, org, statements, nodes, guardrails, measures, observations, left]).toLowerCase();
}

/** Lines most of whose words, the label in front aside, stand nowhere in the reading. */
function swallowed(source: SourceDocument, reading: Reading): string[] {
  const text = said(reading);
  return source.lines
    .map((line) => line.text)
    .filter((line) => {
      const words =
        line
          .replace(/^[^:]{0,40}:\s/, "")
          .toLowerCase()
          .match(/\p{L}{4,}/gu) ?? [];
      const missing = words.filter((word) => !text.includes(word));
      return missing.length > 1 && missing.length > words.length / 2;
    });
}

/** Reads a torn page; null if its format refuses it, which is told elsewhere. */
function open(read: Read, lines: string[]): SourceDocument | null {
  try {
    return read(lines.join("\n"));
  } catch {
    return null;
  }
}

function expectReadAtOnce(source: SourceDocument | null): void {
  if (!source) return;
  const reading = readPlan(source);
  expect(swallowed(source, reading)).toEqual([]);
}

describe.each(pages)("$name", ({ read, lines }) => {
  test("is read without swallowing a line", () => {
    expectReadAtOnce(read(lines.join("\n")));
  });

  test("cut off at any line, or shuffled, is read as well, and at once", () => {
    for (let end = 1; end < lines.length; end += 5) expectReadAtOnce(open(read, lines.slice(0, end)));
    expectReadAtOnce(open(read, shuffled(lines)));
  });
});
