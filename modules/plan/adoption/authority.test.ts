/** What kind of amendment a change is: told by what changed, not by who says so. */
import { describe, expect, test } from "vitest";
import { changesBetween } from "../text/changes.ts";
import type { VersionText } from "../text/version-text.ts";
import { DEFAULT_AUTHORITY, goalsOf, neededFor, reaches, typesOf } from "./authority.ts";
import { isSpelling, sameFigures } from "./spelling.ts";

const NUMBERING = { style: "decimal", inherits: false, separator: ".", restart: "per_parent", prefix: null } as const;
const UNSAID = { owner: null, dates: null, phase: null, horizon: null, tag: null, mark: null, amount: null };
const node = (address: string, parent: string | null, title: string) => ({
  ...{ address, parent, level: parent === null ? "goal" : "strategy", code: null, title, statement: null },
  ...{ placeholder: false, ...UNSAID },
});
const plan = (): VersionText => ({
  period: { start: "2026", end: "2031", printed: "2026–2031" },
  levels: ["goal", "strategy"].map((key) => ({ key, label: key, printed: true, numbering: NUMBERING })),
  statements: [
    { address: "mission", parent: null, kind: "mission", text: "We leave no one on the bank.", owner: null },
  ],
  nodes: [node("goal-1", null, "Every child reads"), node("goal-1.1", "goal-1", "Teach reading every morning")],
  guardrails: [],
  measures: [
    {
      ...{ address: "m-1", role: "outcome", code: null, tag: null, text: "Readers rise from 41% to 62%", series: [] },
      ...{ baseline: null, target: "62%", byWhen: "June 2031", guardrail: null, nodes: ["goal-1"] },
    } as never,
  ],
  focus: [],
});

const typesAfter = (change: (text: VersionText) => void) => {
  const [old, now] = [plan(), plan()];
  change(now);
  return typesOf(changesBetween(old, now), goalsOf(old, now));
};

describe("an amendment", () => {
  test.for<[string, (text: VersionText) => void, string[]]>([
    ["spells a word rightly", (text) => (text.nodes[1]!.title = "Teach raeding every morning"), ["editorial"]],
    ["says a strategy anew", (text) => (text.nodes[1]!.title = "Teach reading after lunch"), ["action"]],
    ["says a goal anew", (text) => (text.nodes[0]!.title = "Most children read"), ["goal"]],
    ["says the mission anew", (text) => (text.statements[0]!.text = "We leave few on the bank."), ["goal"]],
    ["gives a strategy another owner", (text) => (text.nodes[1]!.owner = "The principal"), ["action"]],
    ["moves a target", (text) => (text.measures[0]!.target = "58%"), ["target"]],
    [
      "moves a target within its sentence",
      (text) => (text.measures[0]!.text = "Readers rise from 41% to 58%"),
      ["target"],
    ],
    ["moves a target in time", (text) => (text.measures[0]!.byWhen = "June 2033"), ["target"]],
    ["drops a measure", (text) => (text.measures = []), ["measure"]],
    ["drops a strategy", (text) => text.nodes.splice(1, 1), ["action"]],
    [
      "drops the goal",
      (text) => {
        text.nodes = [];
        text.measures[0]!.nodes = [];
      },
      ["action", "measure", "goal"],
    ],
    ["names a year's work", (text) => text.focus.push({ year: "2027-28", nodes: ["goal-1.1"] }), ["action"]],
    ["lasts longer", (text) => (text.period!.end = "2032"), ["goal"]],
  ])("that %s is of its type", ([, change, types]) => {
    expect(typesAfter(change)).toEqual(types);
  });

  test("of several types needs the authority of each, and a greater authority may decide the lesser", () => {
    expect(neededFor(["editorial", "action"], DEFAULT_AUTHORITY)).toBe("superintendent");
    expect(neededFor(["action", "target"], DEFAULT_AUTHORITY)).toBe("board");
    expect(neededFor(["editorial", "goal"], { ...DEFAULT_AUTHORITY, goal: "steward", editorial: "committee" })).toBe(
      "committee",
    );
    expect(reaches("board", "superintendent")).toBe(true);
    expect(reaches("steward", "superintendent")).toBe(false);
  });
});

describe("a correction of spelling", () => {
  test.for([
    ["Every child reads", "Every child reads."],
    ["recieve the report", "receive the report"],
    ["counselling for staff", "counseling for staff"],
    ["the School Board", "the school board"],
  ])("turns “%s” into “%s”", ([old, now]) => expect(isSpelling(old!, now!)).toBe(true));

  test.for([
    ["We may close a school", "We must close a school"],
    ["affected families", "unaffected families"],
    ["at least 62%", "at least 58%"],
    ["62%", "62"],
    ["will now reopen", "will not reopen"],
    ["one word", "one word more"],
  ])("does not turn “%s” into “%s”", ([old, now]) => expect(isSpelling(old!, now!)).toBe(false));

  test("leaves the figures of a target alone", () => {
    expect(sameFigures("from 41% to 62%", "rises from 41 % to 62 %")).toBe(true);
    expect(sameFigures("from 41% to 62%", "from 41% to 62.5%")).toBe(false);
  });
});
