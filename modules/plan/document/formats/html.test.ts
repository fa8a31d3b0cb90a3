import { describe, expect, test } from "vitest";
import { gridOf, lineOf, opened, refused, texts } from "./made-files.ts";

const page = (body: string, head = "") =>
  opened(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, "plan.html");

test("the title is the page's own, and each block is a line", async () => {
  const document = await page(
    "<h1>Plan</h1><p>One <b>two</b>\n three</p><div>Four<p>Five</p>six</div>",
    "<title>Our plan</title>",
  );
  expect(document.title).toBe("Our plan");
  expect(texts(document)).toEqual(["Plan", "One two three", "Four", "Five", "six"]);
  expect(lineOf(document, "Plan")).toMatchObject({ heading: 1, bold: true, size: 2 });
});

test("headings are marked by their tags or their role", async () => {
  const { lines } = await page('<h3>Goal</h3><div role="heading" aria-level="4">Action</div><p>Text</p>');
  expect(lines.map((line) => line.heading)).toEqual([3, 4, null]);
});

test("a <br> ends a line, two make an empty one, and one at the end of a block none", async () => {
  expect(texts(await page("<p>one<br>two<br><br>three<br></p><p>four</p><p>&nbsp;</p><p></p><p>five</p>"))).toEqual([
    "one",
    "two",
    "",
    "three",
    "four",
    "",
    "five",
  ]);
});

describe("what is not seen is left out", () => {
  test("scripts, styles and templates without a word", async () => {
    const document = await page(
      "<script>alert('Goal 9')</script><style>p{}</style><template><p>Goal 8</p></template><noscript>Goal 7</noscript><p>Goal 1</p><select><option>Goal 6</select><textarea>Goal 5</textarea>",
    );
    expect(texts(document)).toEqual(["Goal 1"]);
    expect(document.losses).toEqual([]);
  });

  test.each([
    "<p hidden>x</p>",
    '<p aria-hidden="true">x</p>',
    '<p style="display:none">x</p>',
    '<p style="visibility: hidden">x</p>',
    '<p class="gone">x</p>',
    "<dialog>x</dialog>",
  ])("%s, and the loss is named", async (hidden) => {
    const document = await page(`${hidden}<p>Goal 1</p>`, "<style>.gone { display: none }</style>");
    expect(texts(document)).toEqual(["Goal 1"]);
    expect(document.losses).toEqual([{ kind: "hidden" }]);
  });

  test("but not the closed panel that a button opens", async () => {
    const document = await page(
      '<h3><button aria-expanded="false" aria-controls="p1">Goal 1: Read</button></h3><div id="p1" hidden><p>Objective 1.1</p></div>',
    );
    expect(texts(document)).toEqual(["Goal 1: Read", "Objective 1.1"]);
    expect(document.losses).toEqual([]);
  });

  test("pictures, by name", async () => {
    expect((await page('<p>Goal 1<img src="a.png"></p>')).losses).toEqual([{ kind: "pictures" }]);
  });

  test("a rule that shows again what another hid is obeyed, as for the tab that is open", async () => {
    const css = "<style>.tab{display:none} .tab.open{display:block} @media print{.open{display:none}}</style>";
    expect(texts(await page('<div class="tab">a</div><div class="tab open">b</div>', css))).toEqual(["b"]);
  });
});

describe("style", () => {
  test("colour is read from attributes, from font tags and from simple rules", async () => {
    const css =
      "<style>/* x */ .pillar, h4.p { color: rgb(31, 78, 163) } #one { color: #c00 } em { color: green }</style>";
    const document = await page(
      '<p>Body text that is longer than the rest of it all</p><p style="color: RED">a1</p><p><font color="#00ff00">a2</font></p><p class="x pillar">a3</p><p id="one">a4</p><p><em>a5</em></p>',
      css,
    );
    expect(document.lines.map((line) => line.color)).toEqual([
      null,
      "#ff0000",
      "#00ff00",
      "#1f4ea3",
      "#cc0000",
      "#008000",
    ]);
  });

  test("the page's ordinary ink is no colour, be it black or dark grey", async () => {
    const { lines } = await page(
      '<p>Ordinary words of the page</p><p style="color:#1f4ea3">Pillar</p><p style="color:black">Black</p>',
      "<style>body{color:#333}</style>",
    );
    expect(lines.map((line) => line.color)).toEqual([null, "#1f4ea3", null]);
  });

  test("weight, slant and strike are read for whole lines", async () => {
    const document = await page(
      '<p><strong>a1</strong> <b>more</b></p><p style="font-weight:700">a2</p><p><i>a3</i></p><p><s>a4</s></p><p style="text-decoration:line-through">a5</p><p><b>a</b> 6</p>',
    );
    expect(document.lines.map(({ bold, italic, struck }) => [bold, italic, struck])).toEqual([
      [true, false, false],
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  test("a beginning that is bold, underlined or coloured is the lead, past a bullet too", async () => {
    const document = await page(
      '<p><b>Measure:</b> share</p><p><u>Owner</u> Ada</p><p><span style="color:red">By</span> June</p><p>• <b>When:</b> June</p>',
    );
    expect(document.lines.map((line) => line.lead)).toEqual([8, 5, 2, 7]);
  });

  test("size is told in units of the body's", async () => {
    const { lines } = await page(
      '<p>Body text of the page here</p><p style="font-size:24px">Large</p><p><font><small>s</small></font></p>',
    );
    expect(lines.map((line) => line.size)).toEqual([1, 1.5, 0.83]);
  });

  test("capitals made by a style rule are printed as capitals", async () => {
    expect(texts(await page('<h2 style="text-transform:uppercase">Goal one</h2>'))).toEqual(["GOAL ONE"]);
  });
});

describe("lists", () => {
  test("give their items depth and the labels that browsers print", async () => {
    const { lines } = await page(
      "<ol><li>Read<ol type='a'><li>daily</li><li>aloud<ul><li>books</li></ul></li></ol></li><li>Write</li></ol><ol start='5' style='list-style-type:upper-roman'><li>Sum</li></ol>",
    );
    expect(lines.map(({ text, list, indent }) => [text, list?.depth, list?.ordered, list?.marker, indent])).toEqual([
      ["Read", 0, true, "1.", 2],
      ["daily", 1, true, "a.", 4],
      ["aloud", 1, true, "b.", 4],
      ["books", 2, false, null, 6],
      ["Write", 0, true, "2.", 2],
      ["Sum", 0, true, "V.", 2],
    ]);
  });

  test("an item's second paragraph and what follows a <br> are no items of their own", async () => {
    const { lines } = await page("<ul><li><p>Read</p><p>every day</p></li><li>Write<br>and sum</li></ul>");
    expect(lines.map((line) => [line.text, line.list !== null])).toEqual([
      ["Read", true],
      ["every day", false],
      ["Write", true],
      ["and sum", false],
    ]);
  });

  test("the depth that Google Docs writes in a class counts", async () => {
    const { lines } = await page(
      '<ul class="lst-kix_a1-0 start"><li>a</li></ul><ul class="lst-kix_a1-1"><li>b</li></ul>',
    );
    expect(lines.map(({ list, indent }) => [list?.depth, indent])).toEqual([
      [0, 2],
      [1, 4],
    ]);
  });

  test("definitions and quotes stand deeper than their terms, indent buttons count as a step", async () => {
    const { lines } = await page(
      '<dl><dt>Goal</dt><dd>Read</dd></dl><blockquote>Said</blockquote><p style="margin-left:40px">In</p>',
    );
    expect(lines.map((line) => line.indent)).toEqual([0, 2, 2, 2]);
  });
});

describe("tables", () => {
  test("are cells with their places, spans counted, headers marked, and no line for an empty cell", async () => {
    const document = await page(
      "<table><thead><tr><th colspan='2'>Goal</th><th>By</th></tr></thead><tr><td rowspan='2'>1</td><td>Read</td><td>2030</td></tr><tr><td>Write</td><td> &nbsp; </td></tr></table>",
    );
    expect(gridOf(document)).toEqual({
      "0,0": "Goal",
      "0,2": "By",
      "1,0": "1",
      "1,1": "Read",
      "1,2": "2030",
      "2,1": "Write",
    });
    expect(lineOf(document, "By").cell?.header).toBe(true);
    expect(lineOf(document, "Read").cell?.header).toBe(false);
  });

  test("a <br> folds a cell's line, unless an item follows; paragraphs do not", async () => {
    const { lines } = await page(
      "<table><tr><td>Read<br>daily<br>• aloud<br>2. more</td><td><p>a</p><p>b</p></td></tr></table>",
    );
    expect(lines.map((line) => [line.text, line.wraps])).toEqual([
      ["Read", true],
      ["daily", false],
      ["• aloud", false],
      ["2. more", false],
      ["a", false],
      ["b", false],
    ]);
  });

  test("within tables have places of their own", async () => {
    const document = await page(
      "<table><tr><td>a</td><td>b<table><tr><td>c</td><td>d</td></tr></table></td></tr></table>",
    );
    expect(gridOf(document, 0)).toEqual({ "0,0": "a", "0,1": "b" });
    expect(gridOf(document, 1)).toEqual({ "0,0": "c", "0,1": "d" });
  });

  test("that only lay out the page are none", async () => {
    const { lines } = await page(
      "<table><tr><td>Frame</td></tr></table><table role='presentation'><tr><td>a</td><td>b</td></tr></table>",
    );
    expect(lines.map((line) => line.cell)).toEqual([null, null, null]);
  });

  test("whose first row alone is bold have a header without saying so", async () => {
    const document = await page(
      "<table><tr><td><b>Goal</b></td><td><b>By</b></td></tr><tr><td>Read</td><td>2030</td></tr></table>",
    );
    expect(lineOf(document, "Goal").cell?.header).toBe(true);
  });
});

test("parts around the content are told from it, by tag, role and usual name", async () => {
  const { lines } = await page(
    '<header>a</header><nav>b</nav><div role="navigation">c</div><div id="sidebar">d</div><main><header><h1>e</h1></header><p>f</p><aside>g</aside></main><div class="breadcrumbs">h</div><div role="contentinfo">i</div><footer>j</footer>',
  );
  expect(lines.map((line) => line.region)).toEqual([
    "header",
    "navigation",
    "navigation",
    "sidebar",
    "main",
    "main",
    "sidebar",
    "navigation",
    "footer",
    "footer",
  ]);
});

test("a line that is all link or button is a link", async () => {
  const { lines } = await page(
    '<p><a href="/x">All goals</a></p><p>See <a href="/x">goals</a></p><button>More</button><p><a name="x">Anchor</a></p>',
  );
  expect(lines.map((line) => line.link)).toEqual([true, false, true, false]);
});

test("lines of preformatted text stay, with their indentation", async () => {
  const { lines } = await page("<pre>Goal 1\n  Read  daily</pre>");
  expect(lines.map((line) => [line.text, line.indent])).toEqual([
    ["Goal 1", 0],
    ["Read  daily", 2],
  ]);
});

describe("large and hostile pages", () => {
  test("ten thousand elements are read", async () => {
    const { lines } = await page(`<ul>${"<li><b>Goal</b> read</li>".repeat(5_000)}</ul>`);
    expect(lines.length).toBe(5_000);
  });

  test.each([12, 5_000])("%i elements within each other are read", async (depth) => {
    const document = await page(`${"<div>".repeat(depth)}Goal 1${"</div>".repeat(depth)}`);
    expect(texts(document)).toEqual(["Goal 1"]);
    expect(lineOf(await page(`${"<ul><li>".repeat(depth)}Deep`), "Deep").list?.depth).toBe(depth - 1);
  });

  test("a million elements within each other are refused at once", async () => {
    expect((await refused(`<p>Goal${"<div>".repeat(900_000)}`, "plan.html")).kind).toBe("too-complex");
  });

  test("unclosed formatting that every paragraph opens again is refused, not grown into gigabytes", async () => {
    const tags = Array.from({ length: 50_000 }, (_, at) => `<font color=#${at}><p>x`).join("");
    expect((await refused(`<html>${tags}`, "plan.html")).kind).toBe("too-complex");
  });

  test("spans beyond any table's size cost nothing", async () => {
    const row = "<tr><td colspan=99999 rowspan=99999>x</td><td>y</td></tr>";
    const { lines } = await page(`<table>${row.repeat(5_000)}</table>`);
    expect(lines.length).toBeGreaterThanOrEqual(5_000);
  });
});
