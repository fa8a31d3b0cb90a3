import { describe, expect, test } from "vitest";
import { readCsv } from "../formats/csv.ts";
import { readHtml } from "../formats/html.ts";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { Reading } from "../reading.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const txt = (text: string) => readPlan(readTxt(text));
const md = (text: string) => readPlan(readMd(text));
const html = (text: string) => readPlan(readHtml(text));
const csv = (text: string) => readPlan(readCsv(text));

const levels = (reading: Reading) => reading.levels.map((level) => level.label);
const warnings = (reading: Reading) => reading.warnings.map((warning) => warning.kind);

describe("goals", () => {
  test("whose text is wrapped over four lines are one goal each", () => {
    const reading = txt(`Goals

1. Give every child in the valley a reader's childhood, with
books at home, books at school, grown-ups who read aloud and
a library card that works in all four towns of the county
from the first day of school.

2. Keep the buildings dry.`);
    expect(outline(reading)).toEqual([
      "1 | Give every child in the valley a reader's childhood, with books at home, books at school, grown-ups who read aloud and a library card that works in all four towns of the county from the first day of school.",
      "2 | Keep the buildings dry.",
    ]);
  });

  test("written as paragraphs keep the first sentence as title and the rest as statement", () => {
    const [goal] = txt(
      "Goals\n\n1. Teach Dr. Moss's method in every room. It asks for time. We will find it.\n2. Sing.",
    ).nodes;
    expect(goal).toMatchObject({
      title: "Teach Dr. Moss's method in every room.",
      statement: "It asks for time. We will find it.",
    });
  });

  test("whose number stands on a line of its own take the next line as title", () => {
    const reading = txt(
      "PRIORITY 4\nRivers: Keep the water clean\nSTRATEGIC OBJECTIVES\n4.1 Upstream\nSTRATEGIC ACTIONS:\n4.1A – Plant willows.",
    );
    expect(outline(reading)).toEqual([
      "PRIORITY 4 | Rivers: Keep the water clean",
      "  4.1 | Upstream",
      "    4.1A | Plant willows.",
    ]);
    expect(levels(reading)).toEqual(["Priority", "Strategic Objective", "Strategic Action"]);
  });

  test("that codes imply exist without a title, and the reading says that their text is elsewhere", () => {
    const reading = txt(
      "Objective 1.1: Mend the nets.\nObjective 1.2: Mend the boats.\nObjective 2.1: Teach swimming.",
    );
    expect(outline(reading)).toEqual([
      "1 | null",
      "  Objective 1.1 | Mend the nets.",
      "  Objective 1.2 | Mend the boats.",
      "2 | null",
      "  Objective 2.1 | Teach swimming.",
    ]);
    expect(reading.nodes.filter((node) => node.placeholder)).toHaveLength(2);
    expect(warnings(reading)).toContain("text_elsewhere");
  });

  test("grouped by committee stand under the committee", () => {
    const reading = txt(
      "Board Goals 2026-27\n\nFinance Committee\n1. Pass the budget.\n2. Bid the buses.\n\nPolicy Committee\n1. Review the phone rule.",
    );
    expect(outline(reading)).toEqual([
      "– | Finance Committee",
      "  1 | Pass the budget.",
      "  2 | Bid the buses.",
      "– | Policy Committee",
      "  1 | Review the phone rule.",
    ]);
    expect(levels(reading)).toEqual(["Committee", "Goal"]);
  });

  test("that recur in another year are goals of both years", () => {
    const reading = txt("District Goals\n\n2023-24\n• Fix the roof\n• Hire a nurse\n\n2024-25\n• Fix the roof");
    expect(outline(reading)).toEqual([
      "2023-24 | null",
      "  – | Fix the roof",
      "  – | Hire a nurse",
      "2024-25 | null",
      "  – | Fix the roof",
    ]);
    expect(levels(reading)).toEqual(["School Year", "Goal"]);
  });

  test("printed twice, short and in full, are read once", () => {
    const reading = txt(
      "Our goals at a glance\n1. Read\n2. Count\n\nGoal 1: Read\nEvery child reads.\n\nGoal 2: Count\nEvery child counts.",
    );
    expect(outline(reading)).toEqual(["Goal 1 | Read", "Goal 2 | Count"]);
    expect(reading.left.filter((line) => line.reason === "repeated")).toHaveLength(2);
  });

  test("with a target in their own sentence are measures too, with what the sentence says", () => {
    const [measure] = txt(
      "Goal 1: The share of sixth graders who swim will rise from 41% in 2025 to 70% by June 2029.",
    ).measures;
    expect(measure).toMatchObject({ role: "goal", nodeIds: ["n1"], baseline: "41%", target: "70%", by: "June 2029" });
  });
});

describe("levels", () => {
  test("restart, or run through, as the page numbers them", () => {
    const restarting = txt("Goal 1: A house\nStrategy 1: Paint\nStrategy 2: Roof\nGoal 2: A garden\nStrategy 1: Dig");
    expect(outline(restarting)).toEqual([
      "Goal 1 | A house",
      "  Strategy 1 | Paint",
      "  Strategy 2 | Roof",
      "Goal 2 | A garden",
      "  Strategy 1 | Dig",
    ]);
    expect(restarting.levels[1]?.numbering.restart).toBe("per_parent");
    const through = txt("Theme: Home\nObjective 1: Paint\nObjective 2: Roof\nTheme: Field\nObjective 3: Dig");
    expect(outline(through)).toEqual([
      "– | Home",
      "  Objective 1 | Paint",
      "  Objective 2 | Roof",
      "– | Field",
      "  Objective 3 | Dig",
    ]);
    expect(through.levels[1]?.numbering.restart).toBe("global");
  });

  test("take the name that the prose spells out for a short form", () => {
    expect(
      levels(txt("We chose three Key Success Factors (KSF).\n\nKSF 1: Pupils\nKSF 2: People\nKSF 3: Purse")),
    ).toEqual(["Key Success Factor"]);
  });

  test("without a name are areas and items", () => {
    const reading = md(
      "# What we will do\n\n## Reading first\n\n- Train the aides\n- Open the library\n\n## Warm rooms\n\n- Replace boilers\n\n## Good food\n\n- Cook on site",
    );
    expect(levels(reading)).toEqual(["Area", "Item"]);
    expect(reading.levels.every((level) => !level.printed)).toBe(true);
  });

  test("that only prose names are found by what it says of the headings", () => {
    const reading = md(
      "# A plan\n\nThe large headings below are our Aims. Each is a Strategic Aim; the small ones under it are its Outcomes.\n\n## Warmth\n\nWe like it warm.\n\n### Rooms at 70 degrees\n\nMost are not.\n\n## Light\n\nWe like it light.\n\n### Windows that open\n\nSome do.",
    );
    expect(outline(reading)).toEqual([
      "– | Warmth",
      "  – | Rooms at 70 degrees",
      "– | Light",
      "  – | Windows that open",
    ]);
  });

  test("in a district's own words are learned from their numbers", () => {
    expect(
      outline(txt("Strategic Plan\n\nLodestar 1: Wonder\n1.1 Field trips\nLodestar 2: Courage\n2.1 Debate")),
    ).toEqual(["Lodestar 1 | Wonder", "  1.1 | Field trips", "Lodestar 2 | Courage", "  2.1 | Debate"]);
  });

  test("go as deep as the codes do", () => {
    const deep = Array.from(
      { length: 12 },
      (_, at) => `${Array.from({ length: at + 1 }, () => 1).join(".")} Build floor ${at}`,
    );
    const reading = txt(["Goals", ...deep].join("\n"));
    expect(outline(reading).at(-1)).toBe(`${"  ".repeat(11)}1.1.1.1.1.1.1.1.1.1.1.1 | Build floor 11`);
  });
});

describe("references", () => {
  const page = `The board approved this plan on June 18, 2026.

This year our teams will focus on the following:
• Goal 2, Strategy 1: Walk to school.
• Goal 1, Strategy 3: Read at lunch.

Goal 1: Mind
Goal 2: Body`;

  test("that come before what they refer to find it", () => {
    expect(outline(txt(page))).toEqual([
      "Goal 1 | Mind",
      "  Strategy 3 | Read at lunch.",
      "Goal 2 | Body",
      "  Strategy 1 | Walk to school.",
    ]);
  });

  test("under the focus of a year name that year's work", () => {
    const { focus, adoption } = txt(page);
    expect(focus).toHaveLength(1);
    expect(focus[0]?.nodeIds).toHaveLength(2);
    expect(adoption).toMatchObject({ date: "2026-06-18", body: "board" });
  });
});

describe("what stands beside a node", () => {
  test("leaves the title: phase, horizon, amount, mark", () => {
    const nodes = txt(
      "Strategies\n1. Build a pool (Phase 2)\n2. Buy books – $4,500\n3. Plant trees (ST/LT) (New)\n4. Sing (with feeling)",
    ).nodes;
    expect(nodes.map(({ title, tag, amount, mark, horizon }) => [title, tag, amount, mark, horizon])).toEqual([
      ["Build a pool", "Phase 2", null, null, null],
      ["Buy books", null, "$4,500", null, null],
      ["Plant trees", "ST/LT", null, "new", "ST/LT"],
      ["Sing (with feeling)", null, null, null, null],
    ]);
  });

  test("is kept with it: owner and dates", () => {
    expect(txt("Action 1: Sweep\nPerson Responsible: Head custodian\nTimeline: August 2026").nodes[0]).toMatchObject({
      owner: "Head custodian",
      dates: "August 2026",
    });
  });

  test("is kept as it was said first, and what a second line says is left aside", () => {
    const reading = txt(
      "Strategy 1.1: Phonics\nLead: Ms. Abara\nLead: or the whole first grade team?\n\nStrategy 1.2: Books\nOwner: Lee; Due: May 2026; Status: late",
    );
    expect(reading.nodes.slice(1)).toMatchObject([{ owner: "Ms. Abara" }, { owner: "Lee", dates: "May 2026" }]);
    expect(reading.left).toMatchObject([
      { text: "Lead: or the whole first grade team?", reason: "unclear" },
      { text: "Status: late", reason: "unclear" },
    ]);
  });

  test("is its mark, where a legend gives colours a meaning", () => {
    const reading = html(
      "<p>Green = new this year.</p><h2>Goal 1: Art</h2><ul><li>Draw daily.</li><li style='color:green'>Carve wood.</li></ul><h2>Goal 2: Music</h2>",
    );
    expect(reading.nodes.map((node) => node.mark)).toEqual([null, null, "new", null]);
  });
});

describe("measures", () => {
  test("belong to the objective that owns the list of actions above them", () => {
    const reading = txt(
      "1.1 Nets\nActions:\n1.1A Knot\n1.1B Mend\nProgress Measures:\n- Nets mended\n1.2 Boats\nActions:\n1.2A Caulk\nLong Term Measures: (SMART Goal X to Y by Z (2031)\n- Boats afloat",
    );
    const codes = new Map(reading.nodes.map((node) => [node.id, node.code]));
    expect(reading.measures.map(({ role, text, nodeIds }) => [role, text, codes.get(nodeIds[0]!)])).toEqual([
      ["progress", "Nets mended", "1.1"],
      ["long_term", "Boats afloat", "1.2"],
    ]);
    expect(warnings(reading)).toEqual(expect.arrayContaining(["blank_value", "unfinished_text"]));
  });

  test("with a number of their own belong to the goal of that number", () => {
    const reading = txt(
      "Goal 1: Swim\nGoal 2: Row\nGoal Progress Measures\nGPM 2.1: The share of rowers will grow.\nGPM 1.1: The share of swimmers will grow.",
    );
    expect(reading.measures.map((measure) => [measure.code, measure.nodeIds])).toEqual([
      ["GPM 2.1", ["n2"]],
      ["GPM 1.1", ["n1"]],
    ]);
  });

  test("are what will be by a year", () => {
    expect(
      txt("PILLAR: Harvest\nBy 2031 we will:\n- feed every child\n- grow half of it").measures.map(({ role }) => role),
    ).toEqual(["long_term", "long_term"]);
  });

  test("take their values from the columns of a table, as printed", () => {
    const [measure] = md(
      "## Goal 1: Bees\n\n| KPI | Baseline 2024 | 2025 Actual | Target 2027 |\n|---|---|---|---|\n| Hives alive | 1,204 | 66% | n:1 |",
    ).measures;
    expect(measure?.series).toEqual([
      { kind: "baseline", period: "2024", value: "1,204" },
      { kind: "actual", period: "2025", value: "66%" },
      { kind: "target", period: "2027", value: "n:1" },
    ]);
  });
});

describe("guardrails", () => {
  test("are no goals, and say who is held by them", () => {
    const reading = txt("Goals\n• Read\n• Count\n\nGuardrails\n• The superintendent will not close a school in May.");
    expect(reading.nodes).toHaveLength(2);
    expect(reading.guardrails).toMatchObject([
      { text: "The superintendent will not close a school in May.", actor: "The superintendent" },
    ]);
  });

  test("are watched by interim guardrails of their number", () => {
    const reading = txt(
      "Guardrail 1: The superintendent shall not cut recess.\nInterim Guardrail 1.1: Minutes of recess will be at least 30.",
    );
    expect(reading.measures).toMatchObject([{ role: "guardrail_interim", guardrailId: "g1", nodeIds: [] }]);
  });
});

describe("statements", () => {
  test("keep a lead-in and its bullets together", () => {
    const { statements } = txt("MISSION: Together our schools will:\n• teach\n• learn\n\nWe thank all who helped.");
    expect(statements).toMatchObject([
      { kind: "mission", text: "Together our schools will:", children: [{ text: "teach" }, { text: "learn" }] },
    ]);
  });

  test("of a kind that comes in many are one each, with sub-points", () => {
    const { statements } = txt(
      "Collective Commitments\nThe staff have agreed:\n1. We will plan together:\n   a. on Mondays\n   b. with coffee\n2. We will share.",
    );
    expect(statements.map(({ kind, text, children, owner }) => [kind, text, children.length, owner])).toEqual([
      ["collective_commitment", "We will plan together:", 2, "staff"],
      ["collective_commitment", "We will share.", 0, "staff"],
    ]);
  });

  test("told in prose end with their sentence, and what the paragraph goes on with is left aside", () => {
    const reading = txt(
      "Elm Schools\nStrategic Plan\n\nOur mission is to teach every child. We have four schools.\n\nGoal 1: Read",
    );
    expect(reading.statements).toMatchObject([{ kind: "mission", text: "Our mission is to teach every child." }]);
    expect(reading.left.map((line) => line.text)).toContain("We have four schools.");
  });

  test("of mission and vision may stand among who we are", () => {
    const reading = md(
      "# Charter Plan\n\n## Who we are\n\n**Mission:** We build and write.\n\n**Vision:** A school of makers.\n\n## Goals\n\n1. Read\n2. Count",
    );
    expect(reading.statements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "mission: We build and write.",
      "vision: A school of makers.",
    ]);
  });

  test("may stand behind a tagline", () => {
    expect(txt("Vision: Where we are headed\n\nA town that reads").statements).toMatchObject([
      { kind: "vision", text: "A town that reads" },
    ]);
  });

  test("in quotation marks under the name are the motto", () => {
    expect(txt("Alder School\n“We row together”\n\nGoals\n1. Row").statements).toMatchObject([
      { kind: "motto", text: "We row together" },
    ]);
  });
});

describe("pages without a goal", () => {
  test.each([
    [
      "a news story",
      "Board adopts plan\n\nThe board voted 5-2 on Monday. Goal 1 of the plan deals with reading, she said.\n\nIn other business, the board:\n• Approved a roof\n• Set a date",
    ],
    [
      "a glossary",
      "Words we use\n\nGoal: A broad result that takes years.\nObjective: A change that can be counted.\nStrategy: The way we choose.\nGuardrail: Something we will not do.",
    ],
    [
      "a landing page",
      "Strategic Plan\n\nOur plan was written by 60 people.\n\nTimeline\n• August: kickoff\n• May: adoption\n\nPlanning Team\n• Ana Ruiz, parent\n\nDownload the plan (PDF)",
    ],
    ["an empty page", ""],
    ["a line of dashes", "-\n-\n-"],
  ])("such as %s yield no node", (_kind, text) => {
    expect(txt(text).nodes).toEqual([]);
  });

  test("such as a progress report yield results, with their status", () => {
    const reading = txt(
      "Winter Progress Report\n\nGoal 1: Reading\nStatus: On Track\nIn January, 58% of first graders met the mark. Two tutors will start soon.",
    );
    expect(reading.nodes).toEqual([]);
    expect(reading.observations).toMatchObject([
      { text: "In January, 58% of first graders met the mark.", status: "On Track" },
    ]);
  });
});

describe("what is left aside has its reason", () => {
  test("a former plan on the same page", () => {
    const reading = txt(
      "Priority 1: Now\nPriority 2: Here\n\nArchive: former plan (2011-2016)\nGoal 1: Then\nGoal 2: There",
    );
    expect(outline(reading)).toEqual(["Priority 1 | Now", "Priority 2 | Here"]);
    expect(reading.left.filter((line) => line.reason === "former_plan")).toHaveLength(3);
    expect(warnings(reading)).toContain("other_plan");
  });

  test("the state's priorities", () => {
    const reading = txt("State Priorities\n1. Basics\n2. Climate\n\nDistrict Goals\n1. Read\n2. Count");
    expect(outline(reading)).toEqual(["1 | Read", "2 | Count"]);
    expect(reading.left.filter((line) => line.reason === "reference_list")).toHaveLength(3);
  });

  test("the title, which is the only heading of the first rank", () => {
    const reading = md("# Every Child Across\n\nElm County Schools\n\nStrategic Plan 2026-2031\n\n## Goal 1: Read");
    expect(reading).toMatchObject({ title: "Every Child Across", org: "Elm County Schools" });
    expect(reading.period).toMatchObject({ start: "2026", end: "2031" });
    expect(reading.left.map((line) => line.reason)).toEqual(["document_title", "organisation", "document_title"]);
  });

  test("navigation, page marks, titles and contacts", () => {
    const reading = txt(
      "Home | District | Plan\nElm County Schools\nStrategic Plan 2025-2030\n\nGoal 1: Read\n\nPage 2 of 9\n\nQuestions? Call the office.",
    );
    expect(reading).toMatchObject({
      org: "Elm County Schools",
      title: "Strategic Plan 2025-2030",
      period: { start: "2025", end: "2030" },
    });
    expect(reading.left.map((line) => line.reason)).toEqual([
      "navigation",
      "organisation",
      "document_title",
      "stray_mark",
      "contact",
    ]);
  });
});

describe("what does not fit together is said, not mended", () => {
  test("a count that differs from the list", () => {
    const reading = txt("Our plan has two goals.\n\nGoal 1: A\nGoal 2: B\nGoal 3: C");
    expect(reading.warnings).toMatchObject([
      { kind: "count_differs", values: { announced: 2, label: "Goal", found: 3 } },
    ]);
    expect(reading.nodes).toHaveLength(3);
  });

  test("a code that is skipped, and one that is used twice", () => {
    expect(warnings(txt("Goal 1: A\nGoal 2: B\nGoal 2: C\nGoal 4: D"))).toEqual(["code_repeated", "code_gap"]);
  });

  test("a deadline after the plan's end", () => {
    expect(
      warnings(txt("Strategic Plan 2024-2027\n\nGoal 1: Row\nExpected Outcomes\nAll crews will finish by June 2029.")),
    ).toContain("outside_period");
  });

  test("two results for one thing", () => {
    const reading = txt(
      "Goals\n1. Be kind. In May 2025, 46% scored well in kindness.\n2. Be brave. In May 2025, 60% scored well in kindness.",
    );
    expect(warnings(reading)).toContain("two_values");
  });
});

describe("tables", () => {
  test("read an empty cell as the one above it", () => {
    const reading = csv(
      "Goal,Objective,Action,Cost\nGoal 1: Read,1.1 Lend,Buy books,$400\n,,Open at noon,\n,1.2 Tell,Invite elders,\nTOTAL,,,$400",
    );
    expect(outline(reading)).toEqual([
      "Goal 1 | Read",
      "  1.1 | Lend",
      "    – | Buy books",
      "    – | Open at noon",
      "  1.2 | Tell",
      "    – | Invite elders",
    ]);
    expect(reading.nodes.map((node) => node.amount)).toEqual([null, null, "$400", null, null, null]);
  });

  test("with nodes across the top are read column by column", () => {
    const reading = html(
      "<table><tr><td></td><td>Pillar 1: Sea</td><td>Pillar 2: Land</td></tr><tr><td>Objectives</td><td>Swim</td><td>Walk</td></tr><tr><td>Measures</td><td>Laps</td><td>Miles</td></tr></table>",
    );
    expect(outline(reading)).toEqual(["Pillar 1 | Sea", "  – | Swim", "Pillar 2 | Land", "  – | Walk"]);
    expect(reading.measures.map((measure) => [measure.text, measure.nodeIds])).toEqual([
      ["Laps", ["n1"]],
      ["Miles", ["n3"]],
    ]);
  });

  test("that list elements by type follow their column of parents", () => {
    const reading = csv(
      "Type,Number,Parent,Text\nGoal,1,,Sea\nGoal,2,,Land\nStrategy,2.1,2,Walk\nStrategy,1.1,1,Swim\nKPI,,1.1,Laps",
    );
    expect(outline(reading)).toEqual(["1 | Sea", "  1.1 | Swim", "2 | Land", "  2.1 | Walk"]);
    expect(reading.measures[0]?.nodeIds).toEqual([reading.nodes.find((node) => node.code === "1.1")?.id]);
  });

  test("drawn with bars in plain text are tables too", () => {
    expect(outline(txt("Priority 1: Sea\nGoal | Strategy | Measure\nSwim well | Hire a coach | Laps"))).toEqual([
      "Priority 1 | Sea",
      "  – | Swim well",
      "    – | Hire a coach",
    ]);
  });
});

test("a megabyte of plan is read (were it not linear, this would run out of its time)", () => {
  const lines = Array.from({ length: 100 }, (_, goal) => [
    `Goal ${goal + 1}: Title of a goal for all students of the county`,
    "Strategies",
    ...Array.from(
      { length: 100 },
      (_, at) =>
        `${goal + 1}.${at + 1} Do the ${at}th thing, in a sentence that is long enough to fill the line of a page and a little more`,
    ),
  ]).flat();
  const source = readTxt(lines.join("\n"));
  expect(source.text.length).toBeGreaterThan(1_000_000);
  const reading = readPlan(source);
  expect(reading.nodes).toHaveLength(10_100);
});
