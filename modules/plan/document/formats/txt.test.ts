import { expect, test } from "vitest";
import { opened, texts } from "./made-files.ts";

test("lines end as Unix, Windows and old Macs end them", async () => {
  expect(texts(await opened("a\nb\r\nc\rd\n", "plan.txt"))).toEqual(["a", "b", "c", "d"]);
});

test("empty lines are lines, in the middle and at the end", async () => {
  expect(texts(await opened("Goal\n\n \nRead\n\n", "plan.txt"))).toEqual(["Goal", "", "", "Read", ""]);
});

test("white space in front is indentation, and a tab goes to the next multiple of four", async () => {
  const { lines } = await opened("a\n  b\n\tc\n  \td\n\u00a0e", "plan.txt");
  expect(lines.map((line) => line.indent)).toEqual([0, 2, 4, 4, 1]);
  expect(lines.every((line) => line.text === line.text.trim())).toBe(true);
});

test("a form feed begins a page", async () => {
  const { lines } = await opened("one\ntwo\n\fthree\n\f", "plan.txt");
  expect(lines.map((line) => [line.text, line.page])).toEqual([
    ["one", 1],
    ["two", 1],
    ["three", 2],
  ]);
});

test("without form feeds there are no pages", async () => {
  expect((await opened("one\ntwo", "plan.txt")).lines[0]?.page).toBeNull();
});

test("what is printed stays: typing errors, curly quotes, dashes, bullets", async () => {
  const printed = "● Studnets’ “growth” — 3.1A – at  least 5 %";
  expect(texts(await opened(printed, "plan.txt"))).toEqual([printed]);
});

test("a no-break space becomes a space, and soft hyphens and other unseen characters vanish", async () => {
  expect(texts(await opened("Goal\u00a01: kinder\u00adgarten\u200b \ufeffreads", "plan.txt"))).toEqual([
    "Goal 1: kindergarten reads",
  ]);
});

test("bullets of Word's symbol fonts become what they look like", async () => {
  expect(texts(await opened("\uf0b7 Read\n\uf0a7 Write", "plan.txt"))).toEqual(["• Read", "▪ Write"]);
});

test("plain text says that it carries no style, and columns of tabs that they were lost", async () => {
  expect((await opened("Goal", "plan.txt")).losses).toEqual([{ kind: "style" }]);
  const { losses } = await opened("Action\tOwner\nRead\tAda\nWrite\tBen", "plan.txt");
  expect(losses).toContainEqual({ kind: "columns" });
});

test("a megabyte of text is read, line by line", async () => {
  const text = "The district will raise reading for every student in each grade.\n".repeat(15_500);
  expect((await opened(text, "plan.txt")).lines).toHaveLength(15_500);
});

test("a line of dots that lead to a page number is a table of contents, not the plan", async () => {
  const { lines } = await opened(
    "Goal 1: Read ........ 3\nGoal 2: Write . . . . . . iv\nGoal 1: Read... 3 books",
    "plan.txt",
  );
  expect(lines.map((line) => line.region)).toEqual(["navigation", "navigation", "main"]);
});
