import * as docx from "docx";
import { describe, expect, test } from "vitest";
import { gridOf, header, lineOf, makeDocx, numbered, opened, paragraph, run, texts } from "./made-files.ts";

const word = async (body: string, parts: Omit<Parameters<typeof makeDocx>[0], "body"> = {}) =>
  opened(await makeDocx({ body, ...parts }), "plan.docx");

const style = (id: string, name: string, inner: string, type = "paragraph"): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
const level = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const list = (levels: string, id = 1): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
const markers = (document: Awaited<ReturnType<typeof word>>) => document.lines.map((line) => line.list?.marker ?? null);

describe("labels that Word prints and that stand nowhere in the text", () => {
  test("are counted: Goal 1:, 1.1A, and anew under the next goal", async () => {
    const numbering = list(
      level(0, "decimal", "Goal %1:") + level(1, "decimal", "%1.%2") + level(2, "upperLetter", "%1.%2%3"),
    );
    const body = [
      numbered("Read", 0),
      numbered("Daily", 1),
      numbered("Books", 2),
      numbered("Time", 2),
      numbered("Aloud", 1),
      numbered("Who", 2),
      numbered("Write", 0),
      numbered("Letters", 1),
    ];
    const document = await word(body.join(""), { numbering });
    expect(markers(document)).toEqual(["Goal 1:", "1.1", "1.1A", "1.1B", "1.2", "1.2A", "Goal 2:", "2.1"]);
    expect(texts(document)[0]).toBe("Read");
    expect(lineOf(document, "Books").list).toEqual({ depth: 2, ordered: true, marker: "1.1A" });
  });

  test.each([
    ["lowerLetter", "%1)", ["a)", "b)", "c)"]],
    ["upperLetter", "%1.", ["A.", "B.", "C."]],
    ["lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]],
    ["upperRoman", "%1.", ["I.", "II.", "III."]],
    ["decimalZero", "%1", ["01", "02", "03"]],
    ["ordinal", "%1 goal", ["1st goal", "2nd goal", "3rd goal"]],
    ["cardinalText", "Goal %1", ["Goal One", "Goal Two", "Goal Three"]],
    ["none", "Priority", ["Priority", "Priority", "Priority"]],
    ["bullet", "\uf0b7", [null, null, null]],
  ])("in the form %s", async (format, text, expected) => {
    const body = numbered("a", 0) + numbered("b", 0) + numbered("c", 0);
    expect(markers(await word(body, { numbering: list(level(0, format, text)) }))).toEqual(expected);
  });

  test("bullets are items without a label", async () => {
    const document = await word(numbered("a", 0), { numbering: list(level(0, "bullet", "•")) });
    expect(document.lines[0]?.list).toEqual({ depth: 0, ordered: false, marker: null });
  });

  test("go on in another list of the same kind, and begin anew where that says so", async () => {
    const numbering = `${list(level(0, "decimal", "%1."))}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = [
      numbered("a", 0, 1),
      numbered("b", 0, 2),
      numbered("c", 0, 3),
      numbered("d", 0, 3),
      numbered("e", 0, 1),
    ];
    expect(markers(await word(body.join(""), { numbering }))).toEqual(["1.", "2.", "5.", "6.", "7."]);
  });

  test("do not begin anew where the level says never", async () => {
    const numbering = list(
      level(0, "decimal", "Focus %1") + level(1, "decimal", "Objective %2", '<w:lvlRestart w:val="0"/>'),
    );
    const body = numbered("a", 0) + numbered("b", 1) + numbered("c", 0) + numbered("d", 1);
    expect(markers(await word(body, { numbering }))).toEqual(["Focus 1", "Objective 1", "Focus 2", "Objective 2"]);
  });

  test("are all figures where the level is numbered the legal way, and begin where the level says", async () => {
    const numbering = list(
      level(0, "upperRoman", "%1.").replace('<w:start w:val="1"/>', '<w:start w:val="4"/>') +
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    );
    expect(markers(await word(numbered("a", 0) + numbered("b", 1), { numbering }))).toEqual(["IV.", "4.1"]);
  });

  test("come from the paragraph's style too, each style with its level", async () => {
    const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = style("G", "goal", numPr) + style("A", "action", `<w:basedOn w:val="G"/>${numPr}`);
    const numbering = list(
      level(0, "decimal", "Goal %1", '<w:pStyle w:val="G"/>') +
        level(1, "lowerLetter", "%1%2", '<w:pStyle w:val="A"/>'),
    );
    const body =
      paragraph("Read", '<w:pStyle w:val="G"/>') +
      paragraph("Daily", '<w:pStyle w:val="A"/>') +
      paragraph("Off", '<w:pStyle w:val="G"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(markers(await word(body, { styles, numbering }))).toEqual(["Goal 1", "1a", null]);
  });
});

describe("style", () => {
  test("is inherited from defaults, from the styles a style is based on, and overruled by the run", async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      style("Base", "base", '<w:rPr><w:b/><w:color w:val="1F4EA3"/></w:rPr>') +
      style("Pillar", "pillar", '<w:basedOn w:val="Base"/><w:rPr><w:sz w:val="44"/></w:rPr>');
    const body =
      paragraph("Body text, of which there is more than of all the rest") +
      paragraph("Pillar", '<w:pStyle w:val="Pillar"/>') +
      paragraph(run("Plain", '<w:b w:val="0"/><w:color w:val="auto"/>'), '<w:pStyle w:val="Pillar"/>');
    const document = await word(body, { styles });
    expect(lineOf(document, "Pillar")).toMatchObject({ bold: true, color: "#1f4ea3", size: 2 });
    expect(lineOf(document, "Plain")).toMatchObject({ bold: false, color: null, size: 2 });
  });

  test("of a character style within a style that has it too is switched off", async () => {
    const styles =
      style("H", "h", "<w:rPr><w:b/></w:rPr>") + style("Strong", "strong", "<w:rPr><w:b/></w:rPr>", "character");
    const body =
      paragraph(run("light", '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="H"/>') +
      paragraph(run("heavy", '<w:rStyle w:val="Strong"/>'));
    const { lines } = await word(body, { styles });
    expect(lines.map((line) => line.bold)).toEqual([false, true]);
  });

  test("styles based on each other in a circle end", async () => {
    const styles =
      style("A", "a", '<w:basedOn w:val="B"/>') + style("B", "b", '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>');
    expect((await word(paragraph("x", '<w:pStyle w:val="A"/>'), { styles })).lines[0]?.italic).toBe(true);
  });

  test("bold, slant, strike, colour and lead are told, capitals are printed as such", async () => {
    const document = await word(
      paragraph("Words enough that black is the ordinary ink") +
        paragraph(run("Measure:", "<w:b/>") + run(" the share")) +
        paragraph(run("struck", "<w:strike/>")) +
        paragraph(run("blue", '<w:color w:val="0000FF"/>')) +
        paragraph(run("Goal one", "<w:caps/>")),
    );
    expect(lineOf(document, "Measure").lead).toBe(8);
    expect(lineOf(document, "struck").struck).toBe(true);
    expect(lineOf(document, "blue").color).toBe("#0000ff");
    expect(texts(document)).toContain("GOAL ONE");
  });

  test("headings are told by outline level and by the names of styles, in whatever language their ids are", async () => {
    const styles =
      style("Titre1", "heading 1", "") +
      style("X", "my own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
      style("T", "Title", "");
    const body =
      paragraph("a", '<w:pStyle w:val="T"/>') +
      paragraph("b", '<w:pStyle w:val="Titre1"/>') +
      paragraph("c", '<w:pStyle w:val="X"/>') +
      paragraph("d", '<w:outlineLvl w:val="3"/>') +
      paragraph("e");
    expect((await word(body, { styles })).lines.map((line) => line.heading)).toEqual([1, 1, 3, 4, null]);
  });

  test("indentation counts half inches as a nesting, from the paragraph, its list or tabs", async () => {
    const numbering = list(level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'));
    const body =
      paragraph("a") +
      paragraph("b", '<w:ind w:left="1440"/>') +
      numbered("c", 0) +
      paragraph(`<w:r><w:tab/></w:r>${run("d")}`);
    expect((await word(body, { numbering })).lines.map((line) => line.indent)).toEqual([0, 4, 2, 2]);
  });
});

describe("what was changed or hidden", () => {
  test("inserted words are taken, deleted ones left out, and the loss is named", async () => {
    const body = paragraph(
      `${run("Raise to ")}<w:del><w:r><w:delText>55%</w:delText></w:r></w:del><w:ins>${run("60%")}</w:ins>`,
    );
    const document = await word(body);
    expect(texts(document)).toEqual(["Raise to 60%"]);
    expect(document.losses).toEqual([{ kind: "tracked-changes" }]);
  });

  test("a paragraph whose end was deleted runs on into the next, one deleted as a whole is gone", async () => {
    const mark = "<w:rPr><w:del/></w:rPr>";
    const gone = paragraph("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", mark);
    expect(texts(await word(paragraph("Read ", mark) + paragraph("daily") + gone + paragraph("Write")))).toEqual([
      "Read daily",
      "Write",
    ]);
  });

  test("words struck by hand within a line are left out like deleted ones; a struck line stays", async () => {
    const document = await word(
      paragraph(run("to ") + run("55%", "<w:strike/>") + run("60%")) + paragraph(run("old", "<w:strike/>")),
    );
    expect(document.lines.map((line) => [line.text, line.struck])).toEqual([
      ["to 60%", false],
      ["old", true],
    ]);
    expect(document.losses).toEqual([{ kind: "tracked-changes" }]);
  });

  test("hidden words are left out by name, and a prompt nobody filled in is no text", async () => {
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph("Click to enter")}</w:sdtContent></w:sdt>`;
    const filled = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("Filled in")}</w:sdtContent></w:sdt>`;
    const document = await word(paragraph(run("secret", "<w:vanish/>")) + prompt + filled);
    expect(texts(document)).toEqual(["Filled in"]);
    expect(document.losses).toEqual([{ kind: "hidden" }]);
  });
});

describe("tables", () => {
  const cell = (content: string, properties = ""): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
  const row = (cells: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

  test("keep places under merged cells, several lines of a cell, and the row that repeats as heading", async () => {
    const body = `<w:tbl><w:tblPr/>${row(cell("Goal", '<w:gridSpan w:val="2"/>') + cell("By"), "<w:tblHeader/>")}${row(
      cell("1", '<w:vMerge w:val="restart"/>') + cell(paragraph("Read") + paragraph("Write")) + cell("2030"),
    )}${row(cell("", "<w:vMerge/>") + cell("Sum") + cell("2031"))}</w:tbl>`;
    const document = await word(body);
    expect(gridOf(document)).toEqual({
      "0,0": "Goal",
      "0,2": "By",
      "1,0": "1",
      "1,1": "Read / Write",
      "1,2": "2030",
      "2,1": "Sum",
      "2,2": "2031",
    });
    expect(lineOf(document, "By").cell?.header).toBe(true);
    expect(lineOf(document, "Sum").cell?.header).toBe(false);
  });

  test("within tables have their own places; a frame of one cell is no table", async () => {
    const inner = `<w:tbl>${row(cell("c") + cell("d"))}</w:tbl>`;
    const document = await word(
      `<w:tbl>${row(cell("a") + cell(inner + paragraph("b")))}</w:tbl><w:tbl>${row(cell("Frame"))}</w:tbl>`,
    );
    expect(gridOf(document, 0)).toEqual({ "0,0": "a", "0,1": "b" });
    expect(gridOf(document, 1)).toEqual({ "0,0": "c", "0,1": "d" });
    expect(lineOf(document, "Frame").cell).toBeNull();
  });

  test("take the bold of their style's first row; rows deleted under tracked changes are gone", async () => {
    const styles = style(
      "Grid",
      "grid",
      '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
      "table",
    );
    const body = `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/></w:tblPr>${row(cell("Goal") + cell("By"))}${row(cell("Read") + cell("2030"))}${row(cell("Old") + cell("x"), "<w:del/>")}</w:tbl>`;
    const document = await word(body, { styles });
    expect(lineOf(document, "Goal")).toMatchObject({ bold: true, cell: { header: true } });
    expect(texts(document)).toEqual(["Goal", "By", "Read", "2030"]);
  });

  test("a break within a cell folds its line", async () => {
    const { lines } = await word(
      `<w:tbl>${row(cell(paragraph("<w:r><w:t>Read</w:t><w:br/><w:t>daily</w:t></w:r>")) + cell("x"))}</w:tbl>`,
    );
    expect(lines.map((line) => [line.text, line.wraps])).toEqual([
      ["Read", true],
      ["daily", false],
      ["x", false],
    ]);
  });
});

describe("the rest of a document", () => {
  test("headers and footers stand apart, once each, notes at the end", async () => {
    const reference = (kind: string, id: string): string => `<w:${kind}Reference w:type="default" r:id="${id}"/>`;
    const section = `<w:sectPr>${reference("header", "h1")}${reference("footer", "f1")}</w:sectPr>`;
    const body = `${paragraph("Goal 1", section)}${paragraph('<w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/></w:r>')}${section}`;
    const document = await word(body, {
      footnotes: `<w:footnote w:type="separator">${paragraph("---")}</w:footnote><w:footnote w:id="2">${paragraph("A note")}</w:footnote>`,
      more: [
        { id: "h1", type: "header", name: "word/header1.xml", xml: header("District") },
        { id: "f1", type: "footer", name: "word/footer1.xml", xml: header("Page") },
      ],
    });
    expect(document.lines.map((line) => [line.text, line.region])).toEqual([
      ["District", "header"],
      ["Goal 1", "main"],
      ["Text", "main"],
      ["Page", "footer"],
      ["A note", "footer"],
    ]);
  });

  test("a box of text is read once, though the file holds it twice", async () => {
    const box = `<w:txbxContent>${paragraph("In the box")}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(await word(paragraph(run("Anchor") + both)))).toEqual(["Anchor", "In the box"]);
  });

  test("pictures are lost by name", async () => {
    expect((await word(paragraph(`${run("x")}<w:r><w:drawing/></w:r>`))).losses).toEqual([{ kind: "pictures" }]);
  });

  test("a table of contents points at the plan and is not the plan", async () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      paragraph(
        `${char("begin")}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${char("separate")}${run("Goal 1 … 2")}`,
      ) +
      paragraph(run("Goal 2 … 3")) +
      paragraph(char("end")) +
      paragraph("Goal 1");
    const { lines } = await word(body);
    expect(lines.filter((line) => line.text !== "").map((line) => [line.text, line.region])).toEqual([
      ["Goal 1 … 2", "navigation"],
      ["Goal 2 … 3", "navigation"],
      ["Goal 1", "main"],
    ]);
  });

  test("links are words without the dress of a link; fields show their result, not their instruction", async () => {
    const styles = style(
      "Hyperlink",
      "Hyperlink",
      '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>',
      "character",
    );
    const body =
      paragraph(`<w:hyperlink>${run("All goals", '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`) +
      paragraph("Some words");
    expect((await word(body, { styles })).lines[0]).toMatchObject({ link: true, color: null });
  });

  test("tabs, breaks, hyphens and symbols are what they print", async () => {
    const body = paragraph(
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    );
    expect(texts(await word(body))).toEqual(["a\tb", "c-d✓"]);
  });

  test("empty paragraphs are empty lines", async () => {
    expect(texts(await word(`${paragraph("a")}<w:p/>${paragraph("b")}`))).toEqual(["a", "", "b"]);
  });

  test("pages are counted where they ended when last printed, else where the author ended them", async () => {
    const rendered = paragraph(`<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>`);
    const authored = paragraph('<w:r><w:br w:type="page"/><w:t>c</w:t></w:r>');
    const pages = async (body: string) =>
      (await word(body)).lines.filter((line) => line.text !== "").map((line) => line.page);
    expect(await pages(paragraph("a") + rendered)).toEqual([1, 2]);
    expect(await pages(paragraph("a") + authored)).toEqual([1, 2]);
    expect(await pages(paragraph("a"))).toEqual([null]);
  });

  test("files of programs that name the parts otherwise are the same document", async () => {
    const document =
      '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>Goal 1</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    expect(texts(await word("", { document }))).toEqual(["Goal 1"]);
  });
});

test("a document written by the docx library is read with its labels, title, links and cells", async () => {
  const { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } = docx;
  const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: "goals", level } });
  const file = new Document({
    title: "Plan of the Lantern Hill schools",
    numbering: {
      config: [
        {
          reference: "goals",
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: "Goal %1:" },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: "%2)" },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "Our goals", heading: HeadingLevel.HEADING_1 }),
          item("Read", 0),
          item("daily", 1),
          new Table({
            rows: [
              new TableRow({
                children: [new TableCell({ children: [item("Write", 0)] }), new TableCell({ children: [] })],
              }),
            ],
          }),
        ],
      },
    ],
  });
  const document = await opened(new Uint8Array(await Packer.toBuffer(file)), "plan.docx");
  expect(document.title).toBe("Plan of the Lantern Hill schools");
  expect(document.lines.map(({ text, heading, list: label }) => [text, heading, label?.marker ?? null])).toEqual([
    ["Our goals", 1, null],
    ["Read", null, "Goal 1:"],
    ["daily", null, "a)"],
    ["Write", null, "Goal 2:"],
  ]);
});
