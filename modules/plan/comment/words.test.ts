import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CommentSchema } from "./schema.ts";
import { LONGEST_TEXT, problemOfWords, tidy } from "./words.ts";

const problemOf = (text: string) => problemOfWords(tidy(text), LONGEST_TEXT);

describe("the words of a comment", () => {
  test.each([
    "Goal 1 is right. So is strategy 1.2, and 3.1A even more.",
    "I have 2 kids < 10 years old, and I <3 the after-school program.",
    "¿Por qué no antes? Mi hija va a 5.º grado; la Sra. Ruiz (p. 14) lo explicó a las 3 p.m.",
    "Ph.D. or not, e.g. Mr. O'Neil, U.S. history, i.e. what we read at home: 46.5% today.",
    "Data: 45% of children… that is 1 in 2 ([see the table] on page 3).",
    "Action 1.2.3.4 costs $1,200.50/year and/or more; ask at the office @ noon.",
    "Yes!It works.So do the teachers.They know.",
    "👩‍👩‍👧 Thank you! 谢谢. ありがとう。次もお願いします。 شكرا",
    "a & b, \"quoted\", 'single', 100% — and <- an arrow",
    "One line\n\n\tand another",
  ])("may say: %s", (text) => {
    expect(problemOf(text)).toBe(null);
  });

  test.each([
    ["", "empty"],
    [" \n\t\u00a0\u200b ", "empty"],
    ["x".repeat(LONGEST_TEXT + 1), "too-long"],
    ["See https://pills.example/now", "links"],
    ["See HTTP://PILLS.EXAMPLE", "links"],
    ["ftp://x", "links"],
    ["javascript:alert(1)", "links"],
    ["javascript : alert(1)", "links"],
    ["data:text/html;base64,PHNjcmlwdD4=", "links"],
    ["mailto:someone", "links"],
    ["Write to me: a.b@c.example", "links"],
    ["www.pills.example", "links"],
    ["WWW.PILLS", "links"],
    ["Go to pills.com today", "links"],
    ["pills.io", "links"],
    ["casino.XYZ", "links"],
    ["Buy at pills.co.uk.", "links"],
    ["t.me/pills", "links"],
    ["пример.рф", "links"],
    ["xn--e1afmkfd", "links"],
    ["pills．com", "links"],
    ["ｗｗｗ.pills.example", "links"],
    ["pills[.]com and pills (dot) com", "links"],
    ["[cheap](pills)", "links"],
    ["[cheap][1]\n\n[1]: pills", "links"],
    ["[url=pills]cheap[/url]", "links"],
    ["10.0.0.1:8080", "links"],
    ["hxxps://pills", "links"],
    ["<script>alert(1)</script>", "tags"],
    ["<SCRIPT", "tags"],
    ["< 5 <b>bold</b>", "tags"],
    ["<img src=x onerror=alert(1)", "tags"],
    ["<!-- -->", "tags"],
    ["＜script＞", "tags"],
    ["&lt;script&gt; &#60;b&#62;", "tags"],
    ["</textarea>", "tags"],
    ["bell\u0007", "unseen"],
    ["escape \u001b[31m", "unseen"],
    ["turned \u202egnorw", "unseen"],
    ["half of a pair \ud800", "unseen"],
    [`tower e${"\u0301".repeat(40)}`, "unseen"],
  ])("may not say: %s", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test("are counted as people count: five thousand emoji fit, one more does not", () => {
    expect(problemOf("🪶".repeat(LONGEST_TEXT))).toBe(null);
    expect(problemOf("🪶".repeat(LONGEST_TEXT + 1))).toBe("too-long");
    expect(problemOf("line\r\n".repeat(900))).toBe(null);
  });

  test("never pass with a tag or a link in them, wherever it stands", () => {
    const hostile = fc.constantFrom("<b>", "</p", "<!--", "<?php", "https://a", "www.a", "a@b.c", "pills.com", "](x)");
    fc.assert(
      fc.property(fc.string(), hostile, fc.string(), (before, bad, after) => {
        expect(problemOf(`${before} ${bad} ${after}`)).not.toBe(null);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test("are judged quickly, whatever they are made of", () => {
    const parts = [
      "a",
      "a.",
      ".",
      "@",
      "a@",
      "[",
      "]",
      "](",
      "]\n",
      "<",
      "&",
      ":/",
      " ",
      "\n",
      "ﷺ",
      "a\u0301",
      "data:",
      "1.",
    ];
    // Work that grows with the square of the length, or worse, would not be done in the time that a test has.
    for (let round = 0; round < 20; round += 1) {
      for (const part of parts) problemOf(part.repeat(LONGEST_TEXT / part.length));
    }
  });
});

describe("the form of a comment", () => {
  const problems = (fields: object) => {
    const read = CommentSchema.safeParse({ name: "", text: "Good.", homepage: "", ...fields });
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  };

  test("needs a text and no name", () => {
    expect(CommentSchema.parse({ name: "  ", text: " Good.\r\nGo on. ", homepage: "" })).toMatchObject({
      name: null,
      text: "Good.\nGo on.",
    });
    expect(problems({ text: "" })).toEqual(["text: text-empty"]);
  });

  test("says at each field what is wrong", () => {
    expect(problems({ name: "<b>", text: "pills.com" })).toEqual(["name: name-tags", "text: text-links"]);
    expect(problems({ name: "x".repeat(101) })).toEqual(["name: name-too-long"]);
    expect(problems({ name: "buy.now.com" })).toEqual(["name: name-links"]);
    expect(problems({ homepage: "pills" })).toEqual(["homepage: homepage-filled"]);
  });
});
