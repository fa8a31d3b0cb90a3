import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { gridOf, lineOf, makeXlsx, opened, texts } from "./made-files.ts";
import { printNumber } from "./xlsx-number.ts";

const sheetOf = (rows: string) => makeXlsx([{ name: "Plan", rows }]);

test("a workbook of another program is read: sheets as headings, cells in places, values as they are displayed", async () => {
  const file = await writeExcelFile([
    {
      sheet: "Goals",
      data: [
        [
          { value: "Goal", fontWeight: "bold" },
          { value: "Share", fontWeight: "bold" },
          { value: "By", fontWeight: "bold" },
        ],
        ["Read", { value: 0.553, format: "0.0%" }, { value: new Date(Date.UTC(2030, 5, 30)), format: "mm/dd/yyyy" }],
        [],
        ["Write\nand sum", 12, null],
      ],
    },
    { sheet: "Notes", data: [["Board"]] },
  ]).toBuffer();
  const document = await opened(new Uint8Array(file), "plan.xlsx");
  expect(gridOf(document)).toEqual({
    "0,0": "Goal",
    "0,1": "Share",
    "0,2": "By",
    "1,0": "Read",
    "1,1": "55.3%",
    "1,2": "06/30/2030",
    "3,0": "Write / and sum",
    "3,1": "12",
  });
  expect(document.lines.filter((line) => line.heading === 1).map((line) => line.text)).toEqual(["Goals", "Notes"]);
  expect(lineOf(document, "Share")).toMatchObject({ bold: true, cell: { header: true } });
  expect(lineOf(document, "Write").wraps).toBe(true);
});

test.each<[number, string, string]>([
  [0.45, "0%", "45%"],
  [0.4567, "0.0%", "45.7%"],
  [1234.5, "#,##0.00", "1,234.50"],
  [1234567, "#,##0", "1,234,567"],
  [-1234.5, "$#,##0.00;[Red]($#,##0.00)", "($1,234.50)"],
  [12, '0" students"', "12 students"],
  [1.005, "0.00", "1.01"],
  [0, '0;-0;"none"', "none"],
  [5, "General", "5"],
  [0.1 + 0.2, "General", "0.3"],
  [1250000, '0.0,,"M"', "1.3M"],
  [-3, "0", "-3"],
  [7, "000", "007"],
  [45000, "m/d/yyyy", "3/15/2023"],
  [45000, "mmmm d, yyyy", "March 15, 2023"],
  [45000, "mmm-yy", "Mar-23"],
  [45000.75, "h:mm AM/PM", "6:00 PM"],
  [45000.5, "yyyy-mm-dd hh:mm", "2023-03-15 12:00"],
  [1.5, "[h]:mm", "36:00"],
  [1234.5, "[$€-407] #,##0.00", "€ 1,234.50"],
  [0.05, "0.##", "0.05"],
  [12345678912, "General", "12345678912"],
])("%d under the format %s is shown as %s", (value, format, shown) => {
  expect(printNumber(value, format, false)).toBe(shown);
});

test("the calendar of old Macs counts from 1904", () => {
  expect(printNumber(0, "m/d/yyyy", true)).toBe("1/1/1904");
});

test("booleans, errors, results of formulas and strings in the cell are what is displayed", async () => {
  const rows =
    '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="str"><f>A1&amp;B1</f><v>both</v></c><c r="D1" t="inlineStr"><is><t>inline</t></is></c></row>';
  expect(gridOf(await opened(await sheetOf(rows), "plan.xlsx"))).toEqual({
    "0,0": "TRUE",
    "0,1": "#REF!",
    "0,2": "both",
    "0,3": "inline",
  });
});

test("fonts give cells their bold, strike and colour, and runs within a cell theirs", async () => {
  const styles =
    '<fonts><font><sz val="11"/></font><font><b/><strike/><sz val="11"/><color rgb="FF1F4EA3"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>';
  const strings =
    '<si><r><rPr><b/><sz val="11"/></rPr><t>Lead:</t></r><r><rPr><sz val="11"/></rPr><t xml:space="preserve"> rest</t></r></si>';
  const rows =
    '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>old</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>ordinary words, more of them</t></is></c></row>';
  const document = await opened(await makeXlsx([{ name: "Plan", rows }], styles, strings), "plan.xlsx");
  expect(lineOf(document, "old")).toMatchObject({ bold: true, struck: true, color: "#1f4ea3" });
  expect(lineOf(document, "Lead").lead).toBe(5);
});

test("hidden sheets, rows and columns are left out by name", async () => {
  const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = `<row r="1">${cell("A1", "Goal")}${cell("B1", "secret")}</row><row r="2" hidden="1">${cell("A2", "gone")}</row>`;
  const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
  const document = await opened(
    await makeXlsx([
      { name: "Plan", rows, before },
      { name: "Drafts", rows: `<row r="1">${cell("A1", "draft")}</row>`, state: "hidden" },
    ]),
    "plan.xlsx",
  );
  expect(texts(document)).toEqual(["Plan", "Goal"]);
  expect(document.losses).toEqual([{ kind: "hidden" }]);
});

test("rows far apart are parted by one empty line, and places beyond column Z are found", async () => {
  const cell = (place: string): string => `<c r="${place}"><v>1</v></c>`;
  const document = await opened(
    await sheetOf(`<row r="2">${cell("AB2")}</row><row r="900">${cell("A900")}</row>`),
    "p.xlsx",
  );
  expect(document.lines.map(({ text, cell: place }) => [text, place?.row, place?.column])).toEqual([
    ["Plan", undefined, undefined],
    ["1", 1, 27],
    ["", undefined, undefined],
    ["1", 899, 0],
  ]);
});
