import { describe, expect, test } from "vitest";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const txt = (text: string) => readPlan(readTxt(text));

/** Papers of a district that are numbered as plans are. Longer ones are among the practice documents. */
const PAPERS: [kind: string, text: string][] = [
  [
    "the order of business of a meeting",
    "PRESCOTT HOLLOW SCHOOL BOARD\nREGULAR MEETING\nJune 9, 2026\n\n1.0 OPENING\n1.1 Call to order\n1.2 Roll call\n2.0 NEW BUSINESS\n2.1 Adopt budget for 2026-27\n2.2 Approve strategic plan update\n3.0 ADJOURNMENT",
  ],
  [
    "a committee's notes with action items",
    "Budget Committee\nNotes, January 12\n\nTopics\n1. Revenue\n   1.1 State\n   1.2 Local\n2. Staffing\n   2.1 Ratios\n\nAction items\n• Lee to send the forecast\n• Diaz to call the county",
  ],
  [
    "an emergency procedure in steps",
    "Emergency Procedures\nQuarry Elementary\n\nLockdown\nStep 1: Lock the door.\nStep 2: Turn off the lights.\n\nFire\nStep 1: Pull the alarm.\nStep 2: Leave by the nearest exit.",
  ],
  [
    "an audit with findings and recommendations",
    "Report of the Auditor\nFiscal Year 2025\n\nFinding 1: Accounts were not reconciled in March.\nRecommendation 1: Reconcile each month.\n\nFinding 2: Two orders lacked a signature.\nRecommendation 2: Require a signature.",
  ],
  [
    "an agreement in articles",
    'AGREEMENT BETWEEN THE BOARD AND THE ASSOCIATION 2025-2028\n\nARTICLE 1: RECOGNITION\n1.1 The Board recognizes the Association.\n1.2 "Teacher" means a member of the unit.\n\nARTICLE 2: WORK YEAR\n2.1 The work year is 187 days.\n    A. Elementary\n    B. Secondary',
  ],
  [
    "a letter with things to do",
    "Dear families,\n\nCamp is near. Please do three things:\n1. Sign the form\n2. Pack a raincoat\n3. Send $40\n\nWhat to bring\n• Sleeping bag\n• Two pairs of shoes\n\nThank you!",
  ],
  [
    "a training with an exercise",
    "Site Council Training\nSlide deck\n\n1. What is a council?\n2. What does it do?\n   a. Reviews the school plan\n   b. Advises on the budget\n3. Activity: write a SMART goal\n   Goal: ______ will increase from __ to __ by ____",
  ],
];

describe("a page that is no plan", () => {
  test.each(PAPERS)("such as %s yields no node and no measure", (_kind, text) => {
    const reading = txt(text);
    expect(outline(reading)).toEqual([]);
    expect(reading.measures).toEqual([]);
  });

  test("such as a study in numbered sections yields none either", () => {
    const study =
      "# Roof Study\n\n## 1. Introduction\n\n1.1 The district asked for a study.\n\n1.2 Visits took place in May.\n\n## 2. Findings\n\n2.1 The roof of Mesa School leaks.\n\n2.2 The boiler dates from 1974.";
    expect(outline(readPlan(readMd(study)))).toEqual([]);
  });

  test("has every line left aside with a reason", () => {
    const reading = txt(PAPERS[0]![1]);
    expect(reading.left).toHaveLength(10);
  });
});

describe("a page of that kind that prints goals", () => {
  test("such as minutes with the goals that were adopted is read for them", () => {
    const reading = txt(
      "Minutes of the Regular Meeting\n\n1. Call to order\n2. Roll call\n\nBoard Goals\n\nGoal 1: Open the library on Saturdays.\nGoal 2: Mend the roof.",
    );
    expect(outline(reading)).toEqual(
      expect.arrayContaining(["Goal 1 | Open the library on Saturdays.", "Goal 2 | Mend the roof."]),
    );
  });
});
