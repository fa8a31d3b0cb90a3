import { describe, expect, test } from "vitest";
import { adoptedInTurn, NOTHING_SAID, sealed, wholeFile as whole } from "#tests/support/plan-file.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { writePlanFile } from "./plan-file.ts";
import { readPlanFile } from "./read-plan-file.ts";

// biome-ignore lint/suspicious/noExplicitAny: files are broken on purpose here
type Open = Record<string, any>;

const bytesOf = (file: unknown): Uint8Array => Buffer.from(JSON.stringify(file));

/** The whole file after `spoil`; sealed again, so that only what was spoiled is wrong. */
function spoiled(spoil: (file: Open, text: Open) => void, reseal = true): Uint8Array {
  const file = structuredClone(whole()) as Open;
  const version = file.versions[0];
  spoil(file, version.text);
  if (reseal) version.fingerprint = fingerprintOf(version.text);
  return bytesOf(file);
}

/** A plan that was adopted and amended, after `spoil`. */
function livedBadly(spoil: (file: Open) => void): Uint8Array {
  const { text } = whole().versions[0]!;
  const file = { ...structuredClone(whole()), versions: adoptedInTurn([text, text]) } as Open;
  spoil(file);
  return bytesOf(file);
}

const FAULTS: [what: string, bytes: Uint8Array, kind: string, path?: string][] = [
  ["nothing at all", Buffer.from(""), "not-json"],
  ["a file cut in the middle", Buffer.from(writePlanFile(whole()).slice(0, 900)), "not-json"],
  ["UTF-16", Buffer.from(writePlanFile(whole()), "utf16le"), "not-utf-8"],
  ["Windows-1252", Buffer.from(writePlanFile(whole()), "latin1"), "not-utf-8"],
  ["a list", bytesOf([]), "not-a-plan-file"],
  ["null", bytesOf(null), "not-a-plan-file"],
  ["another program's file", bytesOf({ name: "left-pad", version: "1.3.0" }), "not-a-plan-file"],
  ["a newer format", spoiled((file) => Object.assign(file, { formatVersion: 2 })), "newer-format"],
  ["no versions", bytesOf({ ...whole(), versions: [] }), "wrong-value", "versions"],
  [
    "a format that never was",
    spoiled((file) => Object.assign(file, { formatVersion: 0 })),
    "wrong-value",
    "formatVersion",
  ],
  ["a title of nothing", spoiled((file) => Object.assign(file.plan, { title: "" })), "wrong-value", "plan.title"],
  [
    "an address with a path in it",
    spoiled((file) => Object.assign(file.plan, { slug: "../people" })),
    "wrong-value",
    "plan.slug",
  ],
  [
    "a column that no plan has",
    spoiled((_, text) => Object.assign(text.nodes[0], { password: "x" })),
    "wrong-value",
    "versions[0].text.nodes[0]",
  ],
  [
    "a number where words belong",
    spoiled((_, text) => Object.assign(text.nodes[0], { title: 3 })),
    "wrong-value",
    "versions[0].text.nodes[0].title",
  ],
  [
    "a null character",
    spoiled((_, text) => Object.assign(text.nodes[0], { title: "Read\u0000ing" })),
    "wrong-value",
    "versions[0].text.nodes[0].title",
  ],
  [
    "a parent that is not there",
    spoiled((_, text) => Object.assign(text.nodes[1], { parent: "goal-9" })),
    "no-such-element",
    "versions[0].text.nodes[1].parent",
  ],
  [
    "an element that is its own parent",
    spoiled((_, text) => Object.assign(text.nodes[1], { parent: "1.1" })),
    "cycle",
    "versions[0].text.nodes[1].parent",
  ],
  [
    "a tree that goes round",
    spoiled((_, text) => Object.assign(text.nodes[0], { parent: "1.1" })),
    "cycle",
    "versions[0].text.nodes[0].parent",
  ],
  [
    "a child before its parent",
    spoiled((_, text) => text.nodes.unshift(...text.nodes.splice(1, 1))),
    "parent-later",
    "versions[0].text.nodes[0].parent",
  ],
  [
    "an address twice, in capitals",
    spoiled((_, text) => Object.assign(text.nodes[2], { address: "GOAL-1" })),
    "address-twice",
    "versions[0].text.nodes[2]",
  ],
  [
    "a level that is not there",
    spoiled((_, text) => Object.assign(text.nodes[2], { level: "pillar" })),
    "no-such-level",
    "versions[0].text.nodes[2].level",
  ],
  [
    "a level twice",
    spoiled((_, text) => text.levels.push(text.levels[0])),
    "level-twice",
    "versions[0].text.levels[2]",
  ],
  [
    "a measure of an element that is not there",
    spoiled((_, text) => text.measures[0].nodes.push("goal-3")),
    "no-such-element",
    "versions[0].text.measures[0].nodes[1]",
  ],
  [
    "a measure that watches no guardrail of the plan",
    spoiled((_, text) => Object.assign(text.measures[0], { guardrail: "goal-1" })),
    "no-such-element",
    "versions[0].text.measures[0].guardrail",
  ],
  [
    "the same work twice in one year",
    spoiled((_, text) => text.focus[0].nodes.push("1.1")),
    "address-twice",
    "versions[0].text.focus[0].nodes[1]",
  ],
  [
    "a measure's elements in another order than the plan's",
    spoiled((_, text) => Object.assign(text.measures[0], { nodes: ["goal-2", "goal-1"] })),
    "out-of-order",
    "versions[0].text.measures[0].nodes",
  ],
  [
    "a year without work",
    spoiled((_, text) => text.focus.push({ year: "2027-28", nodes: [] })),
    "out-of-order",
    "versions[0].text.focus[1]",
  ],
  [
    "support from an element that is not there",
    spoiled((file) =>
      file.versions[0].alignments.push({ kind: "supports", element: "goal-7", plan: "across", to: "goal-1" }),
    ),
    "no-such-element",
    "versions[0].alignments[0].element",
  ],
  [
    "a target that was moved without anyone saying so",
    spoiled((_, text) => Object.assign(text.measures[0], { target: "55%" }), false),
    "wrong-fingerprint",
    "versions[0]",
  ],
  [
    "an adoption by no one",
    livedBadly((file) => Object.assign(file.versions[0], { adoption: null })),
    "adoption-missing",
    "versions[0].adoption",
  ],
  [
    "a decision of the board without a motion",
    livedBadly((file) => Object.assign(file.versions[1].adoption, { motion: null })),
    "motion-missing",
    "versions[1].adoption.motion",
  ],
  [
    "a draft that someone adopted",
    livedBadly((file) => Object.assign(file.versions[1], { status: "draft" })),
    "not-adopted",
    "versions[1].adoption",
  ],
  [
    "a second adoption that amends nothing",
    livedBadly((file) => Object.assign(file.versions[1], { amendment: null })),
    "amendment-missing",
    "versions[1].amendment",
  ],
  [
    "an amendment of a version that never was",
    livedBadly((file) => Object.assign(file.versions[1].amendment, { amends: 7 })),
    "amends-nothing",
    "versions[1].amendment.amends",
  ],
  [
    "a vote that is neither yes nor no",
    livedBadly((file) => Object.assign(file.versions[0].adoption.motion.votes[1], { choice: "perhaps" })),
    "wrong-value",
    "versions[0].adoption.motion.votes[1].choice",
  ],
  [
    "an account of a plan before, of which it names none",
    livedBadly((file) => Object.assign(file.plan, { crosswalk: { publishedAt: null, lines: [] } })),
    "crosswalk-of-nothing",
    "plan.crosswalk",
  ],
  [
    "an account that sends an old goal where nothing is",
    livedBadly((file) => {
      const line = { element: "old-1", fate: "carried", to: "goal-9", why: null };
      Object.assign(file.plan, { supersedes: "older", crosswalk: { publishedAt: null, lines: [line] } });
    }),
    "no-such-element",
    "plan.crosswalk.lines[0].to",
  ],
  [
    "the same version twice",
    spoiled((file) => file.versions.push(file.versions[0])),
    "versions-out-of-order",
    "versions[1]",
  ],
];

describe("a plan file", () => {
  test("that is whole is read as it was written", () => {
    const file = whole();
    expect(readPlanFile(Buffer.from(writePlanFile(file)))).toEqual({ ok: true, value: file });
  });

  test.each(FAULTS)("with %s is refused, and the place is named", (_, bytes, kind, path) => {
    const read = readPlanFile(bytes);
    expect(read).toMatchObject({ ok: false, problem: { kind, ...(path === undefined ? {} : { path }) } });
  });

  test("of ten thousand elements, twelve deep, is read", () => {
    const file = whole();
    const [first] = file.versions;
    if (!first) throw new Error("no version");
    const nodes = Array.from({ length: 10_000 }, (_, at) => ({
      ...NOTHING_SAID,
      address: `e${at}`,
      parent: at % 12 === 0 ? null : `e${at - 1}`,
      level: "goal",
      code: null,
      title: `Element ${at}`,
    }));
    const text = { ...first.text, nodes, measures: [], focus: [] };
    const large = { ...file, versions: [sealed(text)] };
    expect(readPlanFile(Buffer.from(writePlanFile(large)))).toEqual({ ok: true, value: large });
  });

  test("nested a hundred thousand deep is refused, and nothing breaks", () => {
    const deep = `{"format":"guidepost-plan","formatVersion":1,"plan":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(readPlanFile(Buffer.from(deep))).toMatchObject({ ok: false });
  });
});
