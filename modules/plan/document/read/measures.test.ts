import { describe, expect, test } from "vitest";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const txt = (text: string) => readPlan(readTxt(text));
const md = (text: string) => readPlan(readMd(text));

describe("a measure", () => {
  test("may be the sentence under a goal's name", () => {
    const reading = txt(
      "Outcome 1: Ready for Algebra\nThe share of eighth graders who pass will rise from 38% to 51% by 2029.\n\nOutcome 2: Belonging\nEvery child is known.",
    );
    expect(reading.measures).toMatchObject([
      {
        role: "goal",
        text: "The share of eighth graders who pass will rise from 38% to 51% by 2029.",
        nodeIds: ["n1"],
      },
    ]);
  });

  test("that is called no more than a measure has the role that the heading above it states", () => {
    const reading = md(
      "## Goal 1: Read\n\n### Long-term measures\n\n- Measure 1.A: Third graders who read, from 46% to 65%.\n- Measure 1.B: Families who read at home.\n\n### Progress measures\n\n- Measure 1.C: Books lent.",
    );
    expect(reading.measures.map(({ code, role }) => `${code} ${role}`)).toEqual([
      "Measure 1.A long_term",
      "Measure 1.B long_term",
      "Measure 1.C progress",
    ]);
  });

  test("may have a bare code under the heading of its list", () => {
    const reading = md(
      "## Goal 1: Read\n\n- Strategy 1.1: Teach phonics.\n\n### Long-term measures\n\n- 1.A Third graders who read on grade level, from 46% to 65%.\n- 1.B Families who read at home.",
    );
    expect(outline(reading)).toEqual(["Goal 1 | Read", "  Strategy 1.1 | Teach phonics."]);
    expect(reading.measures.map(({ code, role }) => `${code} ${role}`)).toEqual(["1.A long_term", "1.B long_term"]);
  });

  test("may be called a key result", () => {
    const reading = md(
      "## Goal 1: Read\n\n**Strategies**\n\n- Lend books\n\n**Key results**\n\n- 95% of families visited by 2027",
    );
    expect(reading.measures).toMatchObject([{ role: "kpi", nodeIds: ["n1"] }]);
  });

  test("that an amendment speaks of is no second one", () => {
    const reading = txt(
      "Strategic Plan\n\nGoal 1: Read\nKPI 1.1: Readers will rise from 40% to 60%.\nGoal 2: Count\n\nAmendments of May 4, 2026\nKPI 1.1: baseline updated (it was 39%)\nGoal 2: wording changed",
    );
    expect(reading.measures).toHaveLength(1);
    expect(outline(reading)).toEqual(["Goal 1 | Read", "Goal 2 | Count"]);
    expect(reading.left.filter((line) => line.reason === "reference")).toHaveLength(3);
  });
});

describe("a list of measures", () => {
  const priority = (n: number, measures: string) =>
    `PRIORITY ${n}: What matters\nObjective ${n}.1: All roofs are sound.\nAction ${n}.1A: Move the boilers.\nObjective ${n}.2: Every family knows the plan.\nAction ${n}.2A: Practice the routes.\n${measures}\n`;

  test("that closes a priority belongs to it, and not to its last action", () => {
    const reading = txt(
      [
        "Strategic Plan",
        priority(1, "Progress Measures\n- Rooms signed for"),
        priority(2, "Progress Measures\n- Cards sent"),
      ].join("\n\n"),
    );
    const codes = new Map(reading.nodes.map((node) => [node.id, node.code]));
    expect(reading.measures.map(({ text, nodeIds }) => [text, ...nodeIds.map((id) => codes.get(id))])).toEqual([
      ["Rooms signed for", "PRIORITY 1"],
      ["Cards sent", "PRIORITY 2"],
    ]);
  });

  test("behind each of the objectives belongs to each", () => {
    const reading = txt(
      "Strategic Plan\n\nPRIORITY 1: Safe\nObjective 1.1: Roofs\nAction 1.1A: Look.\nAction 1.1B: Mend.\nProgress Measures\n- Roofs mended\nObjective 1.2: Doors\nAction 1.2A: Look.\nAction 1.2B: Mend.\nProgress Measures\n- Doors mended",
    );
    const codes = new Map(reading.nodes.map((node) => [node.id, node.code]));
    expect(reading.measures.map(({ nodeIds }) => codes.get(nodeIds[0]!))).toEqual(["Objective 1.1", "Objective 1.2"]);
  });
});

describe("a closing sentence", () => {
  test("behind numbered guardrails is none of them", () => {
    const { guardrails } = txt(
      "Guardrails\n\nGuardrail 1: The superintendent will not close a school in May.\nGuardrail 2: The superintendent will not hide a deficit.\n\nThe board looks at them in June.",
    );
    expect(guardrails.map((each) => each.code)).toEqual(["Guardrail 1", "Guardrail 2"]);
  });

  test("about these goals is no objective, though a stray heading stands over it", () => {
    const reading = txt(
      "Board Goals\n\nGoal 1: Money\n\nObjective\n\nObjective 1.1: Spend within the budget.\n\nObjective\n\nThe board reviews these goals each August.",
    );
    expect(outline(reading)).toEqual(["Goal 1 | Money", "  Objective 1.1 | Spend within the budget."]);
  });

  test("parted from the bullets above by an empty line is no part of the last one", () => {
    const reading = txt("Goal 1: Read\n\nStrategies\n• Teach phonics\n• Lend books\n\nWork begins in September.");
    expect(reading.nodes.at(-1)).toMatchObject({ title: "Lend books", statement: null });
  });
});
