/** The public register: what the sample district decided about its plan, as anyone reads it. */
import { parse } from "csv-parse/sync";
import { describe, expect } from "vitest";
import { seedBoard } from "#db/seed/seed-board.ts";
import { seedLife } from "#db/seed/seed-life.ts";
import { seedPlans } from "#db/seed/seed-plans.ts";
import { adoptedInTurn, wholeFile } from "#tests/support/plan-file.ts";
import { NOW, test } from "#tests/support/story.ts";
import { type AdoptionRecord, listDecisions } from "../adoption/queries.ts";
import { findPlan } from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import type { VersionText } from "../text/version-text.ts";
import { choiceOf, queryOf } from "./changes-choice.ts";
import { changesCsv } from "./changes-csv.ts";
import { readLatest } from "./latest.ts";
import { MOST_SHOWN, presentChanges, type RegisterView } from "./present-changes.ts";
import { type RegisterRows, readRegister } from "./read-changes.ts";

const WHOLE = choiceOf(new URLSearchParams());
const asked = (query: string) => choiceOf(new URLSearchParams(query));

/** The register of a plan that said these texts, one after the other. */
function rowsOf(...texts: VersionText[]): RegisterRows {
  const versions = adoptedInTurn(texts);
  const adoptions = versions.map(({ n, adoption, amendment, fingerprint }, at): AdoptionRecord => {
    const { on: decidedOn, by: decidedBy, authority, motion } = adoption!;
    const { wording, resolution = null, mover = null, seconder = null, votes = [] } = motion ?? {};
    const changes = at === 0 ? [] : changesBetween(texts[at - 1]!, texts[at]!);
    return {
      ...{
        versionId: String(n),
        n,
        authority,
        decidedOn,
        decidedBy,
        motion: wording ?? null,
        resolution,
        mover,
        seconder,
      },
      ...{ fingerprint, recordedAt: NOW, votes: votes.map((vote) => ({ personId: null, ...vote })) },
      amendment: amendment && { ...amendment, changes },
    };
  });
  const plan = { slug: "upstream", title: "Upstream" } as RegisterRows["plan"];
  return {
    plan,
    version: { n: texts.length } as RegisterRows["version"],
    text: texts.at(-1)!,
    adoptions,
    crosswalk: null,
  };
}

const whole = (): VersionText => structuredClone(wholeFile().versions[0]!.text);

/** The text once the edit was made. */
function edited(text: VersionText, edit: (text: VersionText) => void): VersionText {
  const now = structuredClone(text);
  edit(now);
  return now;
}

const amendments = (view: RegisterView) => view.entries.filter((entry) => entry.is === "amendment");

describe("the register of a plan", () => {
  const first = whole();
  const second = edited(first, (text) => {
    text.measures[0]!.target = "60%";
    text.measures[0]!.text = "Third graders on grade level, half days counted";
  });
  const third = edited(second, (text) => {
    text.nodes = text.nodes.filter(({ address }) => address !== "1.1");
    text.focus = [];
  });

  test("tells what was decided last first, and the adoption at the end", () => {
    const view = presentChanges(rowsOf(first, second, third), WHOLE);
    expect(view.entries.map((entry) => entry.is)).toEqual(["amendment", "amendment", "adoption"]);
    expect(view).toMatchObject({ adoptedOn: "2026-05-12", amendments: 2, years: ["2026"] });
    expect(view.counts).toEqual([
      { class: "element dropped", count: 1 },
      { class: "target moved", count: 1 },
      { class: "focus changed", count: 1 },
      { class: "text", count: 1 },
    ]);
  });

  test("says all that changed of one element together, old words and new", () => {
    const [, older] = amendments(presentChanges(rowsOf(first, second, third), WHOLE));
    expect(older).toMatchObject({ n: 2, amends: 1, count: 1, votes: { yes: 2, no: 1, against: ["Hollis Kemp"] } });
    const [measure] = older!.elements;
    expect(measure).toMatchObject({ address: "measure-1", became: "changed", classes: ["target moved", "text"] });
    expect(measure!.fields.map(({ field, old, now }) => [field, old, now])).toEqual([
      ["text", "Third graders on grade level", "Third graders on grade level, half days counted"],
      ["target", "65%", "60%"],
    ]);
    expect(measure!.fields[1]!.pieces).toEqual([
      { is: "deleted", text: "65" },
      { is: "inserted", text: "60" },
      { is: "kept", text: "%" },
    ]);
  });

  test("keeps the last words of what was dropped", () => {
    const [newest] = amendments(presentChanges(rowsOf(first, second, third), WHOLE));
    const dropped = newest!.elements.find(({ address }) => address === "1.1");
    expect(dropped).toMatchObject({ became: "dropped", name: { code: "1.1", text: "Phonics first" } });
    expect(dropped!.under).toEqual({ old: "Goal 1", now: null });
    expect(dropped!.fields).toMatchObject([{ field: "title", old: "Phonics first", now: null }]);
  });

  test("is narrowed by kind, by element and by year, and still counts what else there is to choose", () => {
    const rows = rowsOf(first, second, third);
    const targets = presentChanges(rows, asked("class=target+moved"));
    expect(targets.entries.map((entry) => entry.is)).toEqual(["amendment"]);
    expect(amendments(targets)[0]!.elements.map(({ classes }) => classes)).toEqual([["target moved"]]);
    expect(targets.classes.map((each) => each.class)).toContain("element dropped");
    const two = presentChanges(rows, asked("class=target+moved&class=element+dropped"));
    expect(amendments(two).map(({ n }) => n)).toEqual([3, 2]);
    expect(amendments(presentChanges(rows, asked("element=MEASURE-1"))).map(({ n }) => n)).toEqual([2]);
    expect(presentChanges(rows, asked("year=2025")).entries).toEqual([]);
    expect(presentChanges(rows, asked("class=goal+dropped")).entries).toEqual([]);
  });

  test("takes a choice that it does not understand for none, and writes it as it was read", () => {
    expect(asked("class=nonsense&year=soon&element=+")).toEqual(WHOLE);
    expect(queryOf(WHOLE)).toBe("");
    const query = "?class=goal+dropped&class=target+moved&element=goal-1&year=2026";
    expect(queryOf(asked(query))).toBe(query);
  });

  test("shows the first of two thousand changes of one decision, and says how many there are", () => {
    const node = first.nodes[0]!;
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      ...node,
      address: `g-${at}`,
      code: null,
      title: `Goal ${at}`,
    }));
    const view = presentChanges(
      rowsOf(
        first,
        edited(first, (text) => text.nodes.push(...many)),
      ),
      WHOLE,
    );
    expect(amendments(view)[0]).toMatchObject({ count: 2_000 });
    expect(amendments(view)[0]!.elements.length).toBe(MOST_SHOWN);
  });

  test("says of a plan without amendments when it was adopted, and of a draft nothing", () => {
    expect(presentChanges(rowsOf(first), WHOLE)).toMatchObject({
      amendments: 0,
      counts: [],
      entries: [{ is: "adoption" }],
    });
    const never = presentChanges({ ...rowsOf(first), adoptions: [] }, WHOLE);
    expect(never).toMatchObject({ adoptedOn: null, entries: [], years: [] });
  });

  test("leaves as a table without formulas, one row for each change", () => {
    const formula = edited(first, (text) => {
      text.nodes[0]!.title = "=HYPERLINK(1)";
    });
    const lines = parse(changesCsv(rowsOf(first, formula, second), WHOLE), { bom: true, columns: true }) as object[];
    expect(lines.length).toBe(4);
    expect(lines[3]).toMatchObject({
      date: "2026-05-13",
      change: "text",
      code: "Goal 1",
      old: "Reading",
      new: "'=HYPERLINK(1)",
    });
    expect(lines[3]).toMatchObject({ for: "2", against: "1", "names against": "Hollis Kemp" });
    const targets = parse(changesCsv(rowsOf(first, second), asked("class=target+moved")), { bom: true }) as string[][];
    expect(targets.length).toBe(2);
  });
});

describe("anyone", () => {
  test("reads what the board of Haywater decided since it adopted the plan, and the account of the plan before", async ({
    database,
    haywater,
    as,
  }) => {
    await seedPlans(database, haywater.districtId, NOW);
    await seedBoard(database, haywater.districtId);
    await seedLife(database, haywater.districtId, NOW);
    const { desk } = await as("public");
    const district = { id: haywater.districtId, timeZone: "America/Chicago" };
    const rows = await desk.read((tx) => readRegister(tx, district, "every-child-across"));
    const view = presentChanges(rows!, WHOLE);
    expect(view.entries.map((entry) => entry.is)).toContain("crosswalk");
    const [target, work] = amendments(view);
    expect(target).toMatchObject({ on: "2026-11-10", type: "target", authority: "board" });
    expect(target!.votes?.against).toEqual(["Pell Whitaker", "Ruth Tannenbaum"]);
    expect(work).toMatchObject({ on: "2026-09-15", authority: "superintendent", votes: null });
    expect(work!.elements.map(({ address, became }) => [address, became])).toContainEqual(["action-3.2.2", "dropped"]);
    expect(await desk.read((tx) => readRegister(tx, district, "no-such-plan"))).toBeNull();
  });

  test("finds the last decisions in a few words on the plan's own page", async ({ as, haywater: { districtId } }) => {
    const { desk } = await as("public");
    const latestOf = (slug: string) =>
      desk.read(async (tx) => {
        const plan = await findPlan(tx, districtId, slug);
        return readLatest(tx, districtId, plan!.id, await listDecisions(tx, districtId, plan!.id));
      });
    const latest = await latestOf("every-child-across");
    expect(latest?.adopted).toMatchObject({ n: 1, on: "2026-05-12" });
    expect(latest?.amendments.map(({ n, amends, count }) => [n, amends, count])).toEqual([
      [3, 2, 1],
      [2, 1, 3],
    ]);
    expect(latest?.amendments[0]).toMatchObject({
      decision: { on: "2026-11-10", votes: { yes: 5, no: 2 } },
      counts: [
        { class: "target moved", count: 1 },
        { class: "baseline changed", count: 1 },
        { class: "text", count: 1 },
      ],
      elements: [{ element: "measure", address: "long-term-measure-2.a", name: { code: "Long-Term Measure 2.A" } }],
    });
    // What was dropped is called as it was.
    expect(latest?.amendments[1]?.elements.map(({ name }) => name.code)).toEqual([
      "Action 3.2.2",
      "Strategy 2.3",
      "Action 3.2.4",
    ]);
    expect(await latestOf("higher-ground")).toMatchObject({ adopted: { n: 1 }, amendments: [] });
    expect(await latestOf("technology-services-plan")).toBeNull();
  });
});
