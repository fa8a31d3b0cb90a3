import { describe, expect, test } from "vitest";
import { readTxt } from "../formats/txt.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const nodes = (text: string) => outline(readPlan(readTxt(text)));

describe("what a plan prints about itself is no part of it:", () => {
  test("the goals in its table of contents are found where they stand", () => {
    const reading = nodes(
      "Strategic Plan\n\nTable of Contents\nGoals      2\n   Goal 2: Mend the roof      3\n\nGoal 1: Lend books\n\nGoal 2: Mend the roof",
    );
    expect(reading).toEqual(["Goal 1 | Lend books", "Goal 2 | Mend the roof"]);
  });

  test("the count of its pages, wherever the page breaks", () => {
    const reading = nodes(
      "Improvement Plan\n\nGoal 1: Lend books\nStrategy 1: Buy a van\n\nMesa School      1 of 3\n\nGoal 2: Mend the roof\nStrategy 1: Hire a roofer\n\nMesa School      2 of 3\n\nGoal 3: Save power\nStrategy 1: Buy lamps",
    );
    expect(reading.filter((line) => line.includes("Mesa"))).toEqual([]);
    expect(reading).toHaveLength(6);
  });

  test("the problems of its needs assessment", () => {
    const reading = nodes(
      "Improvement Plan\n\nComprehensive Needs Assessment\n\nStudent Learning\nProblem Statement 1: Few pupils read at home.\nProblem Statement 2: The roof leaks.\n\nGoals\n\nGoal 1: Lend books\n\nGoal 2: Mend the roof",
    );
    expect(reading).toEqual(["Goal 1 | Lend books", "Goal 2 | Mend the roof"]);
  });
});

describe("headings of a plan", () => {
  test("that sort numbered goals are areas, though the title of the page says goals", () => {
    const reading = nodes(
      "Harbor School Board\nDistrict Goals for 2025-2026\n\nLEARNING\n\nGoal 1: Lend books\n\nBUILDINGS\n\nGoal 2: Mend the roof",
    );
    expect(reading).toEqual(["– | LEARNING", "  Goal 1 | Lend books", "– | BUILDINGS", "  Goal 2 | Mend the roof"]);
  });

  test("in the district's own words name the level of the numbers below them", () => {
    const reading = readPlan(
      readTxt(
        "Mesa Schools\nStrategic Plan\n\nMission\nWe read and build.\n\nStrategy 1: We will read.\nSpecific Results\n1.1 Lend books\n1.2 Read aloud\n\nStrategy 2: We will build.\nSpecific Results\n2.1 Mend the roof",
      ),
    );
    expect(reading.levels.map((level) => level.label)).toEqual(["Strategy", "Specific Result"]);
  });
});

describe("a story told in numbered parts", () => {
  const story = (says: string[]) =>
    `Our Next Strategic Plan\n\n${says.map((text, at) => `Gathering ${at + 1}: Part ${at + 1}\n${text}`).join("\n\n")}`;

  test("of what people did holds no node", () => {
    expect(nodes(story(["Tables talked about hopes.", "Neighbors voted with dots."]))).toEqual([]);
  });

  test("of what will be done is a plan with a level of its own", () => {
    expect(nodes(story(["Tables will lend books.", "Neighbors will mend the roof."]))).toHaveLength(2);
  });
});

describe("the foot of a page", () => {
  const FOOT = "\n\nPlan of the Mesa Schools        Page 1 of 9\n\n";

  test("between a heading and its list, or within a list, cuts nothing in two", () => {
    const reading = readPlan(
      readTxt(
        `Mesa School\nPlan 2025-26\n\nCOLLECTIVE COMMITMENTS\nEach member of the staff has signed these.${FOOT}1. We will lend books.\n\n2. We will read aloud.\n\n3. We will start on time.${FOOT}4. We will end on time.\n\nGOALS\n\n1. Mend the roof.\n\n2. Save power.`,
      ),
    );
    expect(outline(reading)).toEqual(["1 | Mend the roof.", "2 | Save power."]);
    expect(reading.statements).toHaveLength(4);
  });
});

describe("lines that a typist set at both ends", () => {
  test("run on in no other line", () => {
    const reading = readPlan(
      readTxt(
        "MESA COUNTY SCHOOLS                                   Policy 4.317\nSTUDENT USE OF DEVICES                          Adopted: 08/14/2023\n\n1.0 Purpose\nThe Board knows that devices can serve learning and can hinder it.\n\n2.0 Rules\n2.1 Put devices away when the bell rings, and leave them there until the\n    end of the day.\n2.2 Ask before you film.",
      ),
    );
    expect(outline(reading)).toEqual([]);
  });
});

test("a table drawn with bars at both ends of its lines is one in plain text, whatever its columns are called", () => {
  const reading = readPlan(
    readTxt(
      "Plan 2024-27\n\nGoal 1: Learn\n\nActions\n\n| Action # | Title | Total funds |\n|---|---|---|\n| 1.1 | Lend books | $684,000 |\n| 1.2 | Mend the roof | $50,000 |",
    ),
  );
  expect(outline(reading)).toEqual(["Goal 1 | Learn", "  1.1 | Lend books", "  1.2 | Mend the roof"]);
});
