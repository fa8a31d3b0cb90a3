import { describe, expect, test } from "vitest";
import { gridOf, lineOf, opened, texts } from "./made-files.ts";

const md = (text: string) => opened(text, "plan.md");

test("headings are marked with hashes or underlined, and lose their marks", async () => {
  const { lines } = await md("# Plan #\n\nGoals\n=====\n\nActions\n---\n\n###### Deep\n#hashtag");
  expect(lines.filter((line) => line.text !== "").map((line) => [line.heading, line.text])).toEqual([
    [1, "Plan"],
    [1, "Goals"],
    [2, "Actions"],
    [6, "Deep"],
    [null, "#hashtag"],
  ]);
});

test("a title in the front matter is the document's, and the front matter is no text", async () => {
  const document = await md('---\ntitle: "Our plan"\nauthor: Ada\n---\nGoal 1');
  expect([document.title, texts(document)]).toEqual(["Our plan", ["Goal 1"]]);
});

describe("lists", () => {
  test("nest by indentation; numbers are labels, bullets are none", async () => {
    const { lines } = await md("1. Read\n   - daily\n   - aloud\n     1) more\n2. Write\n\n* Other");
    expect(lines.filter((line) => line.text !== "").map(({ text, list, indent }) => [text, list, indent])).toEqual([
      ["Read", { depth: 0, ordered: true, marker: "1." }, 2],
      ["daily", { depth: 1, ordered: false, marker: null }, 4],
      ["aloud", { depth: 1, ordered: false, marker: null }, 4],
      ["more", { depth: 2, ordered: true, marker: "1)" }, 6],
      ["Write", { depth: 0, ordered: true, marker: "2." }, 2],
      ["Other", { depth: 0, ordered: false, marker: null }, 2],
    ]);
  });

  test("numbers are those that were written, unless all are the same", async () => {
    const markers = async (text: string) => (await md(text)).lines.map((line) => line.list?.marker);
    expect(await markers("1. a\n1. b\n1. c")).toEqual(["1.", "2.", "3."]);
    expect(await markers("3. a\n5. b")).toEqual(["3.", "5."]);
  });

  test("what goes on under an item stands at its depth and is no item", async () => {
    const { lines } = await md("- Read\n\n  every day\n- Write\n\nAfter");
    expect(lineOf({ lines } as never, "every day")).toMatchObject({ list: null, indent: 2 });
    expect(lineOf({ lines } as never, "After")).toMatchObject({ list: null, indent: 0 });
  });

  test("a sentence that goes on with a number is no list", async () => {
    expect((await md("The share rises to\n80. That is much.")).lines[1]?.list).toBeNull();
  });

  test("task boxes are no words", async () => {
    expect(texts(await md("- [ ] Read\n- [x] Write"))).toEqual(["Read", "Write"]);
  });
});

describe("words", () => {
  test("emphasis becomes style, for a whole line and for its beginning", async () => {
    const document = await md("**Goal 1**\n\n**Lead:** and the rest\n\n*slanted*\n\n~~gone~~\n\n***both***");
    expect(lineOf(document, "Goal 1")).toMatchObject({ bold: true, lead: 0 });
    expect(lineOf(document, "Lead")).toMatchObject({ text: "Lead: and the rest", bold: false, lead: 5 });
    expect(lineOf(document, "slanted").italic).toBe(true);
    expect(lineOf(document, "gone").struck).toBe(true);
    expect(lineOf(document, "both")).toMatchObject({ bold: true, italic: true });
  });

  test("stars and underscores that mean themselves stay", async () => {
    expect(texts(await md("2 * 3 * 4 and snake_case_name and 5*"))).toEqual(["2 * 3 * 4 and snake_case_name and 5*"]);
  });

  test("words struck within a line are left out, and the loss is named", async () => {
    const document = await md("Raise to ~~55%~~60% by 2030");
    expect(texts(document)).toEqual(["Raise to 60% by 2030"]);
    expect(document.losses).toEqual([{ kind: "tracked-changes" }]);
  });

  test("links are their words; a line of one link is a link", async () => {
    const document = await md(
      'See [the plan](/plan_(x) "t") here\n\n[All goals](https://example.org)\n\n[Archive][a]\n\n[a]: /x\n\n[not a link] (no)',
    );
    expect(texts(document).filter(Boolean)).toEqual(["See the plan here", "All goals", "Archive", "[not a link] (no)"]);
    expect(lineOf(document, "All goals").link).toBe(true);
    expect(lineOf(document, "Archive").link).toBe(true);
    expect(lineOf(document, "See").link).toBe(false);
  });

  test("pictures are lost by name, code keeps its signs, escapes lose their stroke, entities are letters", async () => {
    const document = await md("![logo](a.png) Plan\n\n`**x**` \\*y\\* &amp; &eacute; <b>bold</b>");
    expect(texts(document)).toEqual(["Plan", "", "**x** *y* & é bold"]);
    expect(document.losses).toEqual([{ kind: "pictures" }]);
  });

  test("colour written in html is kept", async () => {
    expect(lineOf(await md("Body text of the plan\n\n<span style='color:#1f4ea3'>Pillar</span>"), "Pillar").color).toBe(
      "#1f4ea3",
    );
  });
});

test("long lines of a paragraph are folded, short ones and hard breaks are lines of their own", async () => {
  const long = "This line is long enough that whoever wrote it folded it";
  const { lines } = await md(`${long}\nhere.\n\nGoal 1\nGoal 2\n\n${long}  \nhard`);
  expect(lines.map((line) => line.wraps)).toEqual([true, false, false, false, false, false, false, false]);
});

test("tables are cells, with a break within a cell and bars that are meant", async () => {
  const document = await md("| Goal | Owner |\n|---|:--|\n| Read<br>daily | A \\| B |\n| | C |\nAfter");
  expect(gridOf(document)).toEqual({
    "0,0": "Goal",
    "0,1": "Owner",
    "1,0": "Read / daily",
    "1,1": "A | B",
    "2,1": "C",
  });
  expect(lineOf(document, "Goal").cell?.header).toBe(true);
  expect(lineOf(document, "After").cell).toBeNull();
});

test("comments, scripts and styles are no text; fenced lines are taken as they stand; quotes are deeper", async () => {
  const document = await md(
    "<!-- a\nb -->\n<script>\nalert(1)\n\n</script>\n```\n# not a heading\n```\n> quoted\nlazy",
  );
  expect(texts(document)).toEqual(["# not a heading", "quoted", "lazy"]);
  expect(lineOf(document, "# not").heading).toBeNull();
  expect(lineOf(document, "quoted").indent).toBe(2);
});

test("a table written in html is read as one", async () => {
  const document = await md(
    "# Plan\n\n<table>\n<tr><th>Goal</th><th>By</th></tr>\n\n<tr><td>Read</td><td>2030</td></tr>\n</table>\n\nEnd",
  );
  expect(gridOf(document)).toEqual({ "0,0": "Goal", "0,1": "By", "1,0": "Read", "1,1": "2030" });
  expect(texts(document).at(-1)).toBe("End");
});

test("half a megabyte of any mark without meaning is text like any other", async () => {
  for (const sign of ["*a **b _c ", "[a](", "`a``b```c", "a <!-- ", "> ", "| "]) {
    const { lines } = await md(`x${sign.repeat(500_000 / sign.length)}`);
    expect(lines.length, sign).toBeGreaterThan(0);
  }
});

test("a line that is only a picture does not join the text above it to the list below", async () => {
  const { lines } = await md(
    "Our mission is to make every one of our schools a good school.\n![Trees](trees.jpg)\n- Plant more",
  );
  expect(lines.map((line) => [line.text, line.wraps])).toEqual([
    ["Our mission is to make every one of our schools a good school.", false],
    ["Plant more", false],
  ]);
});
