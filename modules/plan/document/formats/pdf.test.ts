import { degrees, PDFDocument, PDFName, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { gridOf, lineOf, makePdf, opened, type Printed, refused, setLines, texts } from "./made-files.ts";

const pdf = async (...pages: Printed[][]) => opened(await makePdf(pages), "plan.pdf");

const PROSE =
  "The district wrote this plan together with families, staff members and students over the course of one school year, and it will guide the work of every school until the board looks at it again in June.";

test("lines come with page, place, size, bold and colour", async () => {
  const document = await pdf(
    [
      { x: 72, y: 80, text: "Goal 1: Read", size: 22, bold: true, color: [0.12, 0.31, 0.64] },
      { x: 72, y: 120, text: "Body text of the plan, in ordinary type" },
      { x: 90, y: 140, text: "• an item of a list" },
    ],
    [{ x: 72, y: 80, text: "Second page of the plan" }],
  );
  expect(lineOf(document, "Goal 1")).toMatchObject({
    heading: 1,
    bold: true,
    size: 2,
    page: 1,
    indent: 0,
    color: "#1f4fa3",
  });
  expect(lineOf(document, "Body")).toMatchObject({ heading: null, bold: false, size: 1, color: null });
  expect(lineOf(document, "item")).toMatchObject({ indent: 2, list: null });
  expect(lineOf(document, "Second").page).toBe(2);
});

test("a beginning in bold type is the lead", async () => {
  const document = await pdf([
    { x: 72, y: 80, text: "Measure:", bold: true },
    { x: 125, y: 80, text: "share of students at benchmark" },
  ]);
  expect(document.lines[0]).toMatchObject({ text: "Measure: share of students at benchmark", lead: 8, bold: false });
});

describe("running text", () => {
  test("wraps where the next word would not have fitted, and not at its end", async () => {
    const document = await pdf([...setLines(PROSE, 72, 100, 85), { x: 72, y: 200, text: "After" }]);
    const wraps = document.lines.map((line) => line.wraps);
    expect(wraps.slice(0, -2).every(Boolean)).toBe(true);
    expect(wraps.slice(-2)).toEqual([false, false]);
  });

  test("is told from a list of items that happen to be long", async () => {
    const items = ["Adopt a curriculum for reading", "Hire two coaches for reading", "Train teachers in small groups"];
    const document = await pdf(items.map((text, at) => ({ x: 72, y: 100 + at * 14, text })));
    expect(document.lines.some((line) => line.wraps)).toBe(false);
  });

  test("hangs under its bullet, and the next bullet begins another", async () => {
    const first = setLines(`• ${PROSE}`, 72, 100, 85).map((line, at) => (at === 0 ? line : { ...line, x: 80 }));
    const document = await pdf([...first, { x: 72, y: 100 + first.length * 14, text: "• Short" }]);
    expect(document.lines.map((line) => line.wraps)).toEqual([true, true, false, false]);
  });

  test("takes broken words together; a hyphen stays that the document writes elsewhere", async () => {
    const document = await pdf([
      { x: 72, y: 100, text: "All of this is evidence-based and small-group work that the schools will do for imple-" },
      { x: 72, y: 114, text: "mentation of the plan in the next years, which is the implementation of evidence-" },
      { x: 72, y: 128, text: "based practice and of what the board has asked." },
    ]);
    expect(texts(document)).toEqual([
      "All of this is evidence-based and small-group work that the schools will do for implementation",
      "of the plan in the next years, which is the implementation of evidence-based",
      "practice and of what the board has asked.",
    ]);
  });
});

describe("columns and tables", () => {
  test("two columns are read one after the other, between full lines", async () => {
    const left = setLines(`Left begins. ${PROSE}`, 72, 120, 40);
    const right = setLines(`Right begins. ${PROSE}`, 330, 127, 40);
    const full = {
      x: 72,
      y: 90,
      text: "A heading that runs across the page and over both of the columns below it, to their edge",
    };
    const document = await pdf([
      full,
      ...left,
      ...right,
      {
        x: 72,
        y: 420,
        text: "A line at the foot that runs across both of the columns and ends the page, at their edge",
      },
    ]);
    const order = texts(document);
    expect(order[0]).toContain("A heading");
    expect(order.findIndex((text) => text.startsWith("Right"))).toBe(1 + left.length);
    expect(order.at(-1)).toContain("A line at the foot");
    expect(document.lines.every((line) => line.cell === null)).toBe(true);
    expect(document.losses).toContainEqual({ kind: "columns" });
  });

  test("a table is read row by row, each cell whole, and the guess is named", async () => {
    const cells: [number, number, string][] = [
      [72, 100, "Action"],
      [220, 100, "Owner"],
      [340, 100, "By"],
      [72, 130, "Adopt a curriculum"],
      [72, 143, "for reading"],
      [220, 130, "Director of"],
      [220, 143, "teaching"],
      [340, 130, "Fall"],
      [72, 173, "Hire coaches"],
      [220, 173, "Principal"],
      [340, 173, "Spring"],
    ];
    const document = await pdf([
      { x: 72, y: 60, text: "What we will do" },
      ...cells.map(([x, y, text]) => ({ x, y, text })),
    ]);
    expect(gridOf(document)).toEqual({
      "0,0": "Action",
      "0,1": "Owner",
      "0,2": "By",
      "1,0": "Adopt a curriculum / for reading",
      "1,1": "Director of / teaching",
      "1,2": "Fall",
      "2,0": "Hire coaches",
      "2,1": "Principal",
      "2,2": "Spring",
    });
    expect(lineOf(document, "What we will do").cell).toBeNull();
    expect(document.losses).toContainEqual({ kind: "columns" });
  });

  test("a title with a date at the far end of its line is one line", async () => {
    const document = await pdf([
      { x: 72, y: 80, text: "Lantern Hill Schools" },
      { x: 470, y: 80, text: "2025-2030" },
      ...setLines(PROSE, 72, 120, 85),
    ]);
    expect(document.lines[0]?.text).toBe("Lantern Hill Schools 2025-2030");
  });
});

describe("what recurs from page to page", () => {
  const page = (number: number, ...more: Printed[]): Printed[] => [
    { x: 72, y: 40, text: "Lantern Hill Schools", size: 9 },
    { x: 72, y: 100, text: `Text of page ${number}: ${"abcde"[number]} different one` },
    { x: 72, y: 120, text: "and some more" },
    ...more,
    { x: 300, y: 760, text: `Page ${number + 1} of 4`, size: 9 },
  ];

  test("is told apart as header and footer, by repetition and by counting along", async () => {
    const document = await pdf(page(0), page(1), page(2), page(3));
    const regions = new Map(document.lines.map((line) => [line.text, line.region]));
    expect(regions.get("Lantern Hill Schools")).toBe("header");
    expect(regions.get("Page 3 of 4")).toBe("footer");
    expect(document.lines.filter((line) => line.region === "main").length).toBe(8);
  });

  test("leaves titles that count along with the pages: Goal 1, Goal 2, Goal 3", async () => {
    const goal = (number: number): Printed[] => [
      { x: 72, y: 60, text: `Goal ${number}` },
      { x: 72, y: 100, text: `What page ${number} says of its goal` },
    ];
    const document = await pdf(goal(1), goal(2), goal(3), goal(4));
    expect(document.lines.every((line) => line.region === "main")).toBe(true);
  });

  test("keeps a title in large type the first time it is printed", async () => {
    const titled = (number: number): Printed[] => [
      { x: 72, y: 60, text: "Strategic Plan", size: 20, bold: true },
      { x: 72, y: 300, text: `Words of page ${number}, each with its own, at length` },
    ];
    const { lines } = await pdf(titled(1), titled(2), titled(3));
    expect(lines.filter((line) => line.text === "Strategic Plan").map((line) => line.region)).toEqual([
      "main",
      "header",
      "header",
    ]);
  });
});

test("words that stand on their side, such as a watermark, are set aside", async () => {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  const page = file.addPage([612, 792]);
  page.drawText("Goal 1: Read", { x: 72, y: 700, size: 11, font });
  page.drawText("DRAFT", { x: 200, y: 300, size: 60, font, rotate: degrees(45) });
  const document = await opened(await file.save(), "plan.pdf");
  expect(document.lines.map((line) => [line.text, line.region])).toEqual([
    ["Goal 1: Read", "main"],
    ["DRAFT", "sidebar"],
  ]);
});

test("a page turned on its side is read upright", async () => {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  const page = file.addPage([612, 792]);
  page.setRotation(degrees(90));
  page.drawText("Goal 1: Read", { x: 100, y: 100, size: 11, font, rotate: degrees(90) });
  page.drawText("Goal 2: Write", { x: 120, y: 100, size: 11, font, rotate: degrees(90) });
  const document = await opened(await file.save(), "plan.pdf");
  expect(document.lines.map((line) => [line.text, line.region])).toEqual([
    ["Goal 1: Read", "main"],
    ["Goal 2: Write", "main"],
  ]);
});

test("the title is the one among its properties, unless that is a file's or a program's name", async () => {
  const words: Printed[] = [{ x: 72, y: 72, text: "Goal 1" }];
  expect((await opened(await makePdf([words], "Plan of Lantern Hill"), "a.pdf")).title).toBe("Plan of Lantern Hill");
  expect((await opened(await makePdf([words], "Microsoft Word - plan_v3.docx"), "a.pdf")).title).toBeNull();
});

test("a page with a picture and no text is a scan; with text the picture is a loss", async () => {
  const dot = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const make = async (text: string) => {
    const file = await PDFDocument.create();
    const page = file.addPage([612, 792]);
    page.drawImage(await file.embedPng(dot), { x: 0, y: 0, width: 612, height: 792 });
    if (text !== "") page.drawText(text, { x: 72, y: 700, size: 11 });
    return file.save();
  };
  expect(await refused(await make(""), "scan.pdf")).toMatchObject({ kind: "scan", values: { pages: 1 } });
  expect((await opened(await make("Goal 1"), "plan.pdf")).losses).toContainEqual({ kind: "pictures" });
});

test("more pages than a plan has are refused with both figures, before they are read", async () => {
  const file = await PDFDocument.create();
  for (let page = 0; page < 1_600; page++) file.addPage([612, 792]);
  expect(await refused(await file.save(), "all.pdf")).toMatchObject({
    kind: "too-many-pages",
    values: { pages: 1600, limit: 1500 },
  });
});

test("a page that draws itself within itself, and pages in a circle, end", async () => {
  const file = await PDFDocument.create();
  const page = file.addPage([300, 300]);
  const form = file.context.stream("/Self Do", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 300, 300],
    Resources: { XObject: {} },
  });
  const reference = file.context.register(form);
  (
    form.dict.get(PDFName.of("Resources")) as never as {
      get(name: PDFName): { set(name: PDFName, value: unknown): void };
    }
  )
    .get(PDFName.of("XObject"))
    .set(PDFName.of("Self"), reference);
  page.node.setXObject(PDFName.of("Self"), reference);
  page.drawText("Goal 1", { x: 20, y: 200, size: 11 });
  expect(texts(await opened(await file.save(), "plan.pdf"))).toContain("Goal 1");
});
