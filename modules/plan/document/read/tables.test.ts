import { describe, expect, test } from "vitest";
import { readCsv } from "../formats/csv.ts";
import { readMd } from "../formats/md.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const md = (text: string) => readPlan(readMd(text));

describe("a table", () => {
  test("with codes under the name of a level takes its titles from the column beside it", () => {
    const reading = md(
      "### Goal 1\n\nChildren read. We chose it for good reason.\n\n| Action | Title | Description | Total Funds |\n|---|---|---|---|\n| 1.1 | Tutors | Hire four. | $90,000 |\n| 1.2 | Books | Fill the shelves. | $8,000 |",
    );
    expect(outline(reading)).toEqual(["Goal 1 | Children read.", "  1.1 | Tutors", "  1.2 | Books"]);
    expect(reading.nodes[1]).toMatchObject({ statement: "Hire four.", amount: "$90,000" });
  });

  test("that names one strategy under two objectives holds it twice", () => {
    const reading = readPlan(
      readCsv(
        "Goal,Objective,Strategy,Activity\nGoal 1: Read,Objective 1: Read early,Teach in small groups,Train aides\n,Objective 2: Read late,Teach in small groups,Hire a coach",
      ),
    );
    expect(outline(reading)).toEqual([
      "Goal 1 | Read",
      "  Objective 1 | Read early",
      "    – | Teach in small groups",
      "      – | Train aides",
      "  Objective 2 | Read late",
      "    – | Teach in small groups",
      "      – | Hire a coach",
    ]);
  });

  test("under the name of a department belongs to it, and its goals are counted anew", () => {
    const table = (goal: string) => `| Goal | Activity | Done by |\n|---|---|---|\n| 1. ${goal} | Ask around | May |`;
    const reading = md(
      `# Department Plans\n\n### Department: Buses\n\n${table("Be on time.")}\n\n### Department: Kitchens\n\n${table("Be warm.")}`,
    );
    expect(outline(reading)).toEqual([
      "– | Buses",
      "  1 | Be on time.",
      "    – | Ask around",
      "– | Kitchens",
      "  1 | Be warm.",
      "    – | Ask around",
    ]);
    expect(reading.levels.map((level) => level.label)).toEqual(["Department", "Goal", "Activity"]);
  });

  test("keeps a text that runs on over several rows whole", () => {
    const [goal] = md(
      "| Goal | Description |\n|---|---|\n| 1. Read | Every child reads |\n|  | in every room |\n|  | and at home |",
    ).nodes;
    expect(goal).toMatchObject({ title: "Read", statement: "Every child reads in every room and at home" });
  });

  test("with a reason beside the values of a measure does not take it for the goal's description", () => {
    const reading = readPlan(
      readCsv(
        "Goal,Metric,Result 2024-25,Rationale,Target 2025-26\nGoal 1: Read,Readers,55%,New lessons,57%\n,Freshmen on track,88%,Teams meet weekly,91%",
      ),
    );
    expect(reading.nodes).toMatchObject([{ title: "Read", statement: null }]);
    expect(reading.left.filter((line) => line.reason === "unclear").map((line) => line.text)).toEqual([
      "New lessons",
      "Teams meet weekly",
    ]);
  });

  test("may have its numbers to the right of what they number, and rows that head those below", () => {
    const reading = readPlan(
      readCsv(
        "2025 Actual,2028 Target,KPI,Objective,Ref\nPILLAR: Students,,,,\n46%,60%,Readers,Students read well,S-1\nPILLAR: Staff,,,,\n81%,90%,Staff retained,Our people stay,T-1",
      ),
    );
    expect(outline(reading)).toEqual([
      "– | Students",
      "  S-1 | Students read well",
      "– | Staff",
      "  T-1 | Our people stay",
    ]);
  });

  test("may begin with what is done and say to the right what it belongs to", () => {
    const reading = readPlan(
      readCsv(
        "Owner,Action Step,Strategy,Goal\nLee,Write a handbook,Talk both ways,Families are partners\nDiaz,Choose one app,,\nTran,Train the office,Remove barriers,",
      ),
    );
    expect(outline(reading)).toEqual([
      "– | Families are partners",
      "  – | Talk both ways",
      "    – | Write a handbook",
      "    – | Choose one app",
      "  – | Remove barriers",
      "    – | Train the office",
    ]);
    expect(reading.nodes[2]).toMatchObject({ owner: "Lee" });
  });

  test("right under the heading of a list is what the heading announced", () => {
    const reading = md(
      "## Goal 1: Read\n\n### Measures\n\n| Measure | Baseline | Target 2027 |\n|---|---|---|\n| Readers at grade level | 41% | 55% |",
    );
    expect(reading.measures).toMatchObject([{ text: "Readers at grade level", nodeIds: ["n1"] }]);
    expect(reading.warnings).toEqual([]);
  });
});
