import { describe, expect, test } from "vitest";
import { outline } from "../read/outline.ts";
import { readPlan } from "../read/read-plan.ts";
import { makePdf, opened, type Printed, texts } from "./made-files.ts";

const TITLE: Printed = { x: 50, y: 50, text: "Mesa Valley Schools: Strategic Plan 2026-2029", size: 18, bold: true };
const FOOT: Printed = { x: 50, y: 700, text: "Mesa Valley Schools - 415 Depot Road, Mesa Valley", size: 8 };

/** One column: lines with the steps between them. */
function column(x: number, lines: [step: number, text: string, look?: Partial<Printed>][]): Printed[] {
  let y = 110;
  return lines.map(([step, text, look]) => {
    y += step;
    return { x, y, text, size: 10, ...look };
  });
}

const HEAD = { bold: true, size: 14 };
const SCHOOLS = column(50, [
  [0, "PRIORITY 1: Academic", HEAD],
  [18, "Excellence", HEAD],
  [20, "Students master what"],
  [12, "matters to them."],
  [18, "Strategies", { bold: true }],
  [18, "• Align what is written in"],
  [13, "all grades"],
  [18, "• Add a course in biology"],
]);
const CLIMATE = column(230, [
  [0, "PRIORITY 2: Climate", HEAD],
  [20, "Each school is calm."],
  [18, "Strategies", { bold: true }],
  [18, "• Train all staff"],
  [19, "• Start a peer program"],
]);
const TOWN = column(410, [
  [0, "PRIORITY 3: Town", HEAD],
  [24, "Residents know us."],
  [16, "Strategies", { bold: true }],
  [17, "• Mail a report"],
  [18, "• Share the fields"],
  [18, "• Open the gym"],
]);

const WANTED = [
  "PRIORITY 1 | Academic Excellence",
  "  – | Align what is written in all grades",
  "  – | Add a course in biology",
  "PRIORITY 2 | Climate",
  "  – | Train all staff",
  "  – | Start a peer program",
  "PRIORITY 3 | Town",
  "  – | Mail a report",
  "  – | Share the fields",
  "  – | Open the gym",
];

const read = async (...printed: Printed[]) => opened(await makePdf([printed]), "plan.pdf");

describe("columns that stand side by side", () => {
  test("are read one after the other, each with lines at its own heights", async () => {
    const document = await read(TITLE, ...SCHOOLS, ...CLIMATE, ...TOWN);
    expect(outline(readPlan(document))).toEqual(WANTED);
    expect(document.losses).toContainEqual({ kind: "columns" });
  });

  test("keep their order over a line at the foot that runs across one of the gutters", async () => {
    const document = await read(TITLE, ...SCHOOLS, ...CLIMATE, ...TOWN, FOOT);
    expect(outline(readPlan(document))).toEqual(WANTED);
    expect(texts(document).at(-1)).toBe(FOOT.text);
  });

  test("are no table where every one of them holds bullets on one line with those beside them", async () => {
    const even = (x: number, title: string, items: string[]) =>
      column(x, [[0, title, { bold: true }], ...items.map((text): [number, string] => [14, `• ${text}`])]);
    const document = await read(
      TITLE,
      ...even(50, "Goal 1: Read", ["Lend books", "Read aloud"]),
      ...even(230, "Goal 2: Count", ["Hire a coach", "Buy blocks"]),
      ...even(410, "Goal 3: Sing", ["Mend the organ", "Start a choir"]),
    );
    expect(outline(readPlan(document))).toEqual([
      "Goal 1 | Read",
      "  – | Lend books",
      "  – | Read aloud",
      "Goal 2 | Count",
      "  – | Hire a coach",
      "  – | Buy blocks",
      "Goal 3 | Sing",
      "  – | Mend the organ",
      "  – | Start a choir",
    ]);
    expect(document.lines.every((line) => line.cell === null)).toBe(true);
  });
});
