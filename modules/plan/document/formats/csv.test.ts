import { expect, test } from "vitest";
import { gridOf, lineOf, opened } from "./made-files.ts";

test.each([
  [",", "plan.csv"],
  [";", "plan.csv"],
  ["\t", "plan.tsv"],
  ["|", "plan.csv"],
])("columns are parted by %j", async (sign, name) => {
  const text = [["Goal", "Measure", "Target"].join(sign), ["1", '"Reading, grade 3; all"', "55%"].join(sign)].join(
    "\n",
  );
  expect(gridOf(await opened(text, name))).toEqual({
    "0,0": "Goal",
    "0,1": "Measure",
    "0,2": "Target",
    "1,0": "1",
    "1,1": "Reading, grade 3; all",
    "1,2": "55%",
  });
});

test("Excel's first line that names the sign is obeyed and is no row", async () => {
  expect(gridOf(await opened("sep=;\r\na,b;c\r\n", "plan.csv"))).toEqual({ "0,0": "a,b", "0,1": "c" });
});

test("a cell of several lines is several lines of the same cell", async () => {
  const document = await opened('Goal,Actions\n1,"Read daily\nand aloud\nWrite"', "plan.csv");
  expect(gridOf(document)["1,1"]).toBe("Read daily / and aloud / Write");
  expect(lineOf(document, "Read daily").wraps).toBe(true);
  expect(lineOf(document, "and aloud").wraps).toBe(false);
});

test("a first row of different words names the columns; a row of figures does not", async () => {
  expect(lineOf(await opened("Goal,Owner\nRead,Ada", "plan.csv"), "Goal").cell?.header).toBe(true);
  expect(lineOf(await opened("2024,2025\n41%,45%", "plan.csv"), "2024").cell?.header).toBe(false);
});

test("empty cells are no lines, an empty row is an empty line, and places keep", async () => {
  const document = await opened("Goal,,Owner\n,,\n,Read,\n", "plan.csv");
  expect(document.lines.map((line) => [line.text, line.cell?.row, line.cell?.column])).toEqual([
    ["Goal", 0, 0],
    ["Owner", 0, 2],
    ["", undefined, undefined],
    ["Read", 2, 1],
  ]);
});

test("rows of unequal length and quotation marks within a cell are read", async () => {
  const document = await opened('a,b,c\nd\n5" pipe,"say ""read""",e\n', "plan.csv");
  expect(gridOf(document)).toMatchObject({ "1,0": "d", "2,0": '5" pipe', "2,1": 'say "read"' });
});
