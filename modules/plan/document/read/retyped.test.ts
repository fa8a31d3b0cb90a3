import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readMd } from "../formats/md.ts";
import { readTxt } from "../formats/txt.ts";
import type { SourceDocument } from "../source.ts";
import { outline } from "./outline.ts";
import { readPlan } from "./read-plan.ts";

const PRACTICE = new URL("../../../../tests/plans/", import.meta.url);
const BULLET = /^(\s*)([•●▪*-])(\s+)/;

const pages = (format: string) =>
  readdirSync(PRACTICE)
    .filter((name) => name.endsWith(`.${format}`))
    .map((name) => ({ name, text: readFileSync(new URL(name, PRACTICE), "utf8") }));

const eachLine = (change: (line: string) => string) => (text: string) => text.split("\n").map(change).join("\n");
const bulleted = (mark: string) => eachLine((line) => line.replace(BULLET, `$1${mark}$3`));

/** The foot of a page at every empty line that is twenty lines or more behind the last. */
function paged(text: string): string {
  let last = 0;
  let page = 0;
  const foot = (line: string, at: number): string => {
    if (line !== "" || at - last <= 20) return line;
    last = at;
    page++;
    return `\nPlan of the Schools        Page ${page} of 9\n`;
  };
  return text.split("\n").map(foot).join("\n");
}

type Way = [way: string, retype: (text: string) => string];

const COMMON: Way[] = [
  ["with the line ends of another system", (text) => text.replace(/\n/g, "\r\n")],
  ["with a mark of its encoding in front", (text) => `\ufeff${text}`],
  ["with hard spaces", eachLine((line) => line.replace(/(\S) (\S)/, "$1\u00a0$2"))],
  ["with stars for bullets", bulleted("*")],
  ["with more empty lines", (text) => text.replace(/\n\n/g, "\n\n\n")],
];
const TXT: Way[] = [
  ["with other bullets", bulleted("●")],
  ["with tabs behind its bullets", eachLine((line) => line.replace(BULLET, "$1$2\t"))],
  ["with white space at the ends of lines", eachLine((line) => `${line}  `)],
  ["on numbered pages", paged],
];
const MD: Way[] = [
  ["with closed headings", eachLine((line) => line.replace(/^(#+) (.+)$/, "$1 $2 $1"))],
  ["one rank deeper", eachLine((line) => (/^#{1,5} /.test(line) ? `#${line}` : line))],
];

const tree = (source: SourceDocument) => outline(readPlan(source));

test.each([...COMMON, ...TXT])("a plan in plain text that is retyped %s stays the same plan", (_way, retype) => {
  for (const { name, text } of pages("txt")) {
    const plain = text.replace(/\r\n/g, "\n");
    expect(tree(readTxt(retype(plain))).map(spaced), name).toEqual(tree(readTxt(plain)).map(spaced));
  }
});

test.each([...COMMON, ...MD])("a plan in markdown that is retyped %s stays the same plan", (_way, retype) => {
  for (const { name, text } of pages("md")) {
    const plain = text.replace(/\r\n/g, "\n");
    expect(tree(readMd(retype(plain))).map(spaced), name).toEqual(tree(readMd(plain)).map(spaced));
  }
});

/** White space of any kind is a space. */
function spaced(line: string): string {
  return line.replace(/\s/g, " ");
}
