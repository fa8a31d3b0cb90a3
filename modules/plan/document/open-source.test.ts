import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import {
  bytesOf,
  docxEntries,
  GUARDED_PDF,
  LOCKED_PDF,
  makeDocx,
  makePdf,
  makeXlsx,
  makeZip,
  opened,
  paragraph,
  pasted,
  refused,
  texts,
} from "./formats/made-files.ts";
import { openPastedText, openSource } from "./open-source.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const concat = (...parts: (Uint8Array | number[])[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]));

describe("files that hold nothing to read", () => {
  test("an empty file is refused as empty, by name", async () => {
    expect(await refused("", "our plan.txt")).toEqual({
      kind: "empty",
      values: { name: "our plan.txt", from: "file" },
    });
  });

  test("a file of white space, or of pictures alone, holds no words", async () => {
    expect((await refused(" \n\n\t ", "blank.txt")).kind).toBe("no-text");
    expect((await refused('<html><body><img src="goals.png"></body></html>', "plan.html")).kind).toBe("no-text");
    expect((await refused(await makeDocx({ body: "<w:p/>" }), "plan.docx")).kind).toBe("no-text");
  });

  test("pasting nothing is refused, and the refusal knows that it was pasted", async () => {
    const result = await openPastedText("  \n ");
    expect(result).toEqual({ ok: false, problem: { kind: "no-text", values: { name: "", from: "paste" } } });
  });

  test("a scan is refused with the number of its pages", async () => {
    const scan = await makePdf([[], [], []]);
    expect(await refused(scan, "scan.pdf")).toMatchObject({ kind: "scan", values: { pages: 3 } });
  });
});

describe("files that are too large", () => {
  test("fifty megabytes of text are refused with both figures before they are read", async () => {
    const refusal = await refused(new Uint8Array(50_000_000).fill(0x61), "everything.txt");
    expect(refusal).toMatchObject({ kind: "too-large", values: { megabytes: 50, limit: 20 } });
  });

  test("twelve megabytes of text are within the limit for files and beyond the one for text", async () => {
    const refusal = await refused(new Uint8Array(12_000_000).fill(0x61), "long.txt");
    expect(refusal).toMatchObject({ kind: "too-much-text", values: { megabytes: 12, limit: 5 } });
  });

  test("a paste of six million characters is refused", async () => {
    const result = await openPastedText("goal ".repeat(1_200_001));
    expect(result).toMatchObject({ ok: false, problem: { kind: "too-much-text", values: { from: "paste" } } });
  });

  test("more lines, cells or pages than any plan has are refused", async () => {
    expect((await refused(`Plan${"\n".repeat(300_000)}end`, "lines.txt")).kind).toBe("too-many-lines");
    expect((await refused("a,b\n".repeat(60_000), "records.csv")).kind).toBe("too-many-cells");
  });

  test("a docx whose text alone is too much is refused", async () => {
    const figures = Array.from({ length: 15_000 }, (_, at) => (at * 7_919) % 1_000_003).join(" ");
    const body = paragraph(figures).repeat(60);
    expect((await refused(await makeDocx({ body }), "long.docx")).kind).toBe("too-much-text");
  });
});

describe("archives made to break programs", () => {
  const spaces = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x20);

  test("a docx that unpacks to a thousand times its size is refused with the part's name", async () => {
    const bomb = await makeDocx({ body: "", document: spaces(30_000_000) });
    expect(await refused(bomb, "bomb.docx")).toMatchObject({
      kind: "archive-too-dense",
      values: { entry: "word/document.xml", limit: 200 },
    });
  });

  test("an entry that declares one byte and holds thirty million is counted while it unpacks", async () => {
    const bomb = Buffer.from(await makeDocx({ body: "", document: spaces(30_000_000) }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(30_000_000);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 1)) bomb.writeUInt32LE(1, at);
    expect((await refused(bomb, "liar.docx")).kind).toBe("archive-too-dense");
  });

  test("an entry that declares four gigabytes costs no more than what it holds", async () => {
    const file = Buffer.from(await makeDocx({ body: paragraph("Goal 1") }));
    const central = file.lastIndexOf("word/document.xml") - 46;
    file.writeUInt32LE(0xfffffff0, central + 24);
    expect(texts(await opened(file, "boast.docx"))).toEqual(["Goal 1"]);
  });

  test("thousands of entries are refused before one is unpacked", async () => {
    const names = Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`word/media/${at}.xml`, "x"]));
    const refusal = await refused(await makeZip({ ...docxEntries({ body: "" }), ...names }), "many.docx");
    expect(refusal).toMatchObject({ kind: "archive-too-many-files", values: { limit: 5_000 } });
  });

  test("folders within folders are refused", async () => {
    const deep = await makeZip({ ...docxEntries({ body: "" }), [`${"a/".repeat(40)}b.xml`]: "x" });
    expect((await refused(deep, "deep.docx")).kind).toBe("archive-too-deep");
  });

  test("a document within a document stays packed", async () => {
    const inner = await makeDocx({ body: "", document: spaces(30_000_000) });
    const outer = await makeZip({
      ...docxEntries({ body: paragraph("Goal 1: Read") }),
      "word/embeddings/inner.docx": inner,
    });
    expect(texts(await opened(outer, "outer.docx"))).toEqual(["Goal 1: Read"]);
  });

  test("entities that multiply, or that fetch other files, are refused with their definitions", async () => {
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
    const thief = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>';
    expect((await refused(await makeDocx({ body: "", document: bomb }), "a.docx")).kind).toBe("foreign-definitions");
    expect((await refused(await makeDocx({ body: "", document: thief }), "b.docx")).kind).toBe("foreign-definitions");
  });

  test("elements nested by the thousand are refused, not walked until the stack ends", async () => {
    const body = "<w:sdt><w:sdtContent>".repeat(5_000) + "</w:sdtContent></w:sdt>".repeat(5_000);
    expect((await refused(await makeDocx({ body }), "nested.docx")).kind).toBe("too-complex");
  });
});

describe("files that are locked", () => {
  test("a pdf with a password is refused as locked", async () => {
    expect(await refused(LOCKED_PDF, "locked.pdf")).toMatchObject({ kind: "encrypted", values: { format: "pdf" } });
  });

  test("a pdf that only forbids changes opens as it does for every reader", async () => {
    expect(texts(await opened(GUARDED_PDF, "guarded.pdf"))).toEqual(["Goal 1: Read"]);
  });

  test("a Word document with a password is told from an old Word document", async () => {
    const locked = concat(OLE, new Array(500).fill(0), wide("EncryptedPackage"));
    const old = concat(OLE, new Array(500).fill(0), wide("WordDocument"));
    expect(await refused(locked, "plan.docx")).toMatchObject({ kind: "encrypted", values: { format: "docx" } });
    expect(await refused(old, "plan.docx")).toMatchObject({ kind: "unsupported", values: { found: "doc" } });
  });
});

describe("files that are something else", () => {
  test("a binary that calls itself .txt is refused and says so", async () => {
    const program = concat([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00], new Array(300).fill(0), wide("x"));
    expect((await refused(program, "plan.txt")).kind).toBe("binary");
    expect((await refused(concat(new Array(40).fill(0x02), [...bytesOf("plan")]), "plan.txt")).kind).toBe("binary");
  });

  test.each([
    ["slides.pptx", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
    ["plan.xlsb", "xls", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"],
  ])("%s is refused by its content", async (name, found, type) => {
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${type}"/></Types>`;
    expect(await refused(await makeZip({ "[Content_Types].xml": types }), name)).toMatchObject({
      kind: "unsupported",
      values: { found },
    });
  });

  test.each<[string, string, Uint8Array | string]>([
    ["plan.png", "image", concat([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Array(30).fill(0))],
    ["plan.jpg", "image", concat([0xff, 0xd8, 0xff, 0xe0], new Array(30).fill(0))],
    ["plan.rtf", "rtf", "{\\rtf1 Goal 1}"],
    ["plan.doc", "doc", concat(OLE, wide("WordDocument"))],
    ["plan.xls", "xls", concat(OLE, wide("Workbook"))],
    ["plan.gz", "archive", concat([0x1f, 0x8b, 8, 0])],
    ["plan.json", "code", '{"goal": 1}'],
    ["plan.mht", "mail", "MIME-Version: 1.0\n\nGoal 1"],
  ])("%s is refused with advice for its kind", async (name, found, content) => {
    expect(await refused(content, name)).toMatchObject({ kind: "unsupported", values: { found } });
  });

  test("an OpenDocument text and a plain zip are told apart", async () => {
    const odt = await makeZip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" });
    const zip = await makeZip({ "plan.txt": "Goal 1" });
    expect(await refused(odt, "plan.odt")).toMatchObject({ values: { found: "odt" } });
    expect(await refused(zip, "plan.zip")).toMatchObject({ values: { found: "archive" } });
  });

  test("a docx called .pdf is read as docx, a pdf called .txt as pdf, a page called .doc as html", async () => {
    expect((await opened(await makeDocx({ body: paragraph("Goal 1") }), "plan.pdf")).format).toBe("docx");
    expect((await opened(await makePdf([[{ x: 72, y: 72, text: "Goal 1" }]]), "plan.txt")).format).toBe("pdf");
    expect((await opened("<html><body><p>Goal 1</p></body></html>", "plan.doc")).format).toBe("html");
  });

  test("a text that calls itself .docx or .pdf is no Word document and no pdf", async () => {
    expect(await refused("Goal 1", "plan.docx")).toMatchObject({ kind: "damaged", values: { format: "docx" } });
    expect(await refused("Goal 1", "plan.pdf")).toMatchObject({ kind: "damaged", values: { format: "pdf" } });
  });
});

describe("files that were cut off", () => {
  const plans = {
    "plan.docx": () => makeDocx({ body: paragraph("Goal 1: Read"), styles: "<w:docDefaults/>" }),
    "plan.xlsx": () => makeXlsx([{ name: "Plan", rows: '<row r="1"><c r="A1" t="str"><v>Goal 1</v></c></row>' }]),
    "plan.pdf": () => makePdf([[{ x: 72, y: 72, text: "Goal 1: Read" }]]),
  };

  test.each(Object.entries(plans))(
    "%s cut at any byte is refused",
    async (name, make) => {
      const whole = await make();
      const kinds = new Set<string>();
      for (let cut = 0; cut < whole.length - 1; cut++) {
        const result = await openSource(whole.subarray(0, cut), name);
        kinds.add(result.ok ? "read" : result.problem.kind);
      }
      kinds.delete("read"); // of a pdf, an end without its last line break is whole
      expect([...kinds].sort()).toEqual(["damaged", "empty"]);
    },
    60_000,
  );

  test.each(Object.entries(plans))(
    "%s with bytes overwritten is refused or read, and never a crash",
    async (name, make) => {
      const whole = await make();
      let seed = 1;
      const random = (below: number): number => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed % below;
      };
      for (let round = 0; round < 150; round++) {
        const spoiled = new Uint8Array(whole);
        for (let hits = 1 + random(6); hits > 0; hits--) spoiled[random(spoiled.length)] = random(256);
        const result = await openSource(spoiled, name);
        expect(typeof result.ok).toBe("boolean");
      }
    },
    60_000,
  );

  test("a csv that ends within a quoted cell says on which line the cell begins", async () => {
    const refusal = await refused('Goal,Measure\n1,"Reading"\n2,"Mathe', "plan.csv");
    expect(refusal).toMatchObject({ kind: "unclosed-quote", values: { line: 3 } });
  });
});

describe("pasted text", () => {
  test("is plain text, unless it is plainly Markdown or html", async () => {
    expect((await pasted("Goal 1: Read\n- Books\n- Time")).format).toBe("txt");
    expect((await pasted("# Plan\n\n## Goal 1\n\nRead.")).format).toBe("md");
    expect((await pasted("<p>Goal 1</p><ul><li>Read</li></ul>")).format).toBe("html");
    expect((await pasted("#1 priority: reading\nGrades 3 < 5 and 5 > 3")).format).toBe("txt");
  });
});

describe("the sentences of refusals", async () => {
  const { default: en } = await import("#locales/en/document.json");
  const { default: es } = await import("#locales/es/document.json");
  const values = {
    name: "plan.docx",
    megabytes: 50,
    limit: 20,
    pages: 3,
    seconds: 1,
    line: 4,
    entry: "word/document.xml",
    format: "docx",
    found: "doc",
    detail: "UTF-16LE",
  };

  test("English and Spanish say the same things", () => {
    expect(Object.keys(es.refusal)).toEqual(Object.keys(en.refusal));
    expect(Object.keys(es.loss)).toEqual(Object.keys(en.loss));
  });

  test.each([
    ["en" as const, en],
    ["es" as const, es],
  ])("all of %s is whole, for a file and for pasted text", (locale, messages) => {
    const t = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    }) as (key: string, values: object) => string;
    for (const from of ["file", "paste"]) {
      for (const kind of Object.keys(messages.refusal)) {
        const sentence = t(`refusal.${kind}`, { ...values, from });
        expect(sentence).toMatch(from === "file" ? /plan\.docx/ : /pasted|pegado/);
        expect(sentence).not.toMatch(/[{}]|undefined/);
      }
      for (const kind of Object.keys(messages.loss)) expect(t(`loss.${kind}`, values)).not.toMatch(/[{}]/);
    }
  });
});
