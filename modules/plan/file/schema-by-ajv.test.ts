/** The published schema, asked of a validator that knows nothing of ours: it says of a file what our reader says. */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { seedBoard } from "#db/seed/seed-board.ts";
import { seedLife } from "#db/seed/seed-life.ts";
import { seedPlans } from "#db/seed/seed-plans.ts";
import { listPlans } from "#modules/plan/queries.ts";
import { arbitraryText } from "#tests/support/arbitrary-text.ts";
import { adoptedInTurn, sealed, wholeFile as whole } from "#tests/support/plan-file.ts";
import { schemaFaultsOf as faultsOf } from "#tests/support/schema-faults.ts";
import { NOW, test } from "#tests/support/story.ts";
import { writePlanFile } from "./plan-file.ts";
import { getPlanFile } from "./queries.ts";
import { readPlanFile } from "./read-plan-file.ts";

const lived = () => {
  const { text } = whole().versions[0]!;
  return { ...structuredClone(whole()), versions: adoptedInTurn([text, text]) };
};

// biome-ignore lint/suspicious/noExplicitAny: files are broken on purpose here
type Open = Record<string, any>;

const BROKEN: [what: string, spoil: (file: Open, text: Open) => unknown, place: string][] = [
  ["a newer format", (file) => Object.assign(file, { formatVersion: 2 }), "formatVersion"],
  ["another program's format", (file) => Object.assign(file, { format: "left-pad" }), "format"],
  ["a field that no file has", (file) => Object.assign(file, { password: "x" }), ""],
  ["no plan", (file) => Reflect.deleteProperty(file, "plan"), "plan"],
  ["a title of nothing", (file) => Object.assign(file.plan, { title: "" }), "plan.title"],
  ["an address with a path in it", (file) => Object.assign(file.plan, { slug: "../people" }), "plan.slug"],
  ["a kind of plan that no one has", (file) => Object.assign(file.plan, { kind: "wish" }), "plan.kind"],
  ["no one's plan", (file) => Object.assign(file.plan, { of: null }), "plan.of"],
  ["no versions", (file) => Object.assign(file, { versions: [] }), "versions"],
  ["a version that is counted from nothing", (file) => Object.assign(file.versions[0], { n: 0 }), "versions[0].n"],
  ["a half version", (file) => Object.assign(file.versions[0], { n: 1.5 }), "versions[0].n"],
  [
    "a standing that no version has",
    (file) => Object.assign(file.versions[1], { status: "lost" }),
    "versions[1].status",
  ],
  [
    "a day that is none",
    (file) => Object.assign(file.versions[0], { createdAt: "last Tuesday" }),
    "versions[0].createdAt",
  ],
  [
    "a fingerprint that is none",
    (file) => Object.assign(file.versions[0], { fingerprint: "abc" }),
    "versions[0].fingerprint",
  ],
  ["no text", (file) => Reflect.deleteProperty(file.versions[0], "text"), "versions[0].text"],
  [
    "a column that no plan has",
    (_, text) => Object.assign(text.nodes[0], { password: "x" }),
    "versions[0].text.nodes[0]",
  ],
  [
    "a number where words belong",
    (_, text) => Object.assign(text.nodes[0], { title: 3 }),
    "versions[0].text.nodes[0].title",
  ],
  [
    "an element without an address",
    (_, text) => Reflect.deleteProperty(text.nodes[2], "address"),
    "versions[0].text.nodes[2].address",
  ],
  [
    "an address that cannot be one",
    (_, text) => Object.assign(text.nodes[1], { address: "a/b" }),
    "versions[0].text.nodes[1].address",
  ],
  [
    "a role that no measure has",
    (_, text) => Object.assign(text.measures[0], { role: "decoration" }),
    "versions[0].text.measures[0].role",
  ],
  [
    "words where a list belongs",
    (_, text) => Object.assign(text.measures[0], { nodes: "goal-1" }),
    "versions[0].text.measures[0].nodes",
  ],
  [
    "a statement of nothing",
    (_, text) => Object.assign(text.statements[0], { text: "" }),
    "versions[0].text.statements[0].text",
  ],
  [
    "a numbering of a new kind",
    (_, text) => Object.assign(text.levels[1].numbering, { style: "runes" }),
    "versions[0].text.levels[1].numbering.style",
  ],
  [
    "a vote that is neither yes nor no",
    (file) => Object.assign(file.versions[0].adoption.motion.votes[1], { choice: "perhaps" }),
    "versions[0].adoption.motion.votes[1].choice",
  ],
  [
    "a decision on a day that the calendar does not have",
    (file) => Object.assign(file.versions[0].adoption, { on: "2026-02-30" }),
    "versions[0].adoption.on",
  ],
];

describe("the published schema, by an independent validator", () => {
  test("takes the plans of the sample district with all that they have lived through", async ({
    database,
    haywater: { districtId },
    as,
  }) => {
    await seedBoard(database, districtId);
    await seedPlans(database, districtId, NOW);
    await seedLife(database, districtId, NOW);
    const { desk } = await as("wren");
    const files = await desk.read(async (tx) => {
      const plans = await listPlans(tx, districtId);
      const district = { id: districtId, name: "Haywater" };
      return Promise.all(plans.map(({ slug }) => getPlanFile(tx, district, slug)));
    });
    expect(files.length).toBe(5);
    for (const file of files) expect(faultsOf(file && JSON.parse(writePlanFile(file)))).toEqual([]);
  });

  test("takes whatever a version can say", () => {
    expect(faultsOf(whole())).toEqual([]);
    expect(faultsOf(lived())).toEqual([]);
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const file = { ...whole(), versions: [sealed(text)] };
        expect(faultsOf(JSON.parse(JSON.stringify(file)))).toEqual([]);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  test.for(BROKEN)("refuses %s, and so do we, at the same place", ([_, spoil, place]) => {
    const file = lived() as Open;
    spoil(file, file.versions[0].text);
    expect(faultsOf(file)).toContain(place);
    const read = readPlanFile(Buffer.from(JSON.stringify(file)));
    expect(read.ok).toBe(false);
  });
});
