import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTxt } from "../formats/txt.ts";
import { readPlan } from "./read-plan.ts";

/** A plan as a tree of titles; its shape decides the rest. */
interface Branch {
  title: string;
  children: Branch[];
}

/** One line of what a reading should find. */
interface Found {
  level: string;
  code: string | null;
  title: string;
  parent: string | null;
}

/** A way to number and mark a plan's lines. `printed` is what stands on the line, `code` what a reading should say. */
interface Style {
  name: string;
  depth: number;
  heading?: string;
  levels: string[];
  mark: (path: number[], counts: number[]) => { printed: string; code: string | null };
  /** A heading above the children of each node, by depth of the children. */
  lists?: (depth: number) => string | null;
  indent?: number;
}

const WORDS = "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split(" ");
const ROMAN = "I II III IV V VI VII VIII IX X".split(" ");
const letter = (n: number) => String.fromCharCode(64 + n);
const small = (n: number) => String.fromCharCode(96 + n);
const LABELS = ["Goal", "Objective", "Strategy", "Action", "Task"];

const labelled = (name: string, top: string, number: (n: number) => string, separator: string): Style => ({
  name,
  depth: 4,
  levels: [top, ...LABELS.filter((label) => label !== top).slice(0, 3)],
  mark: (path) => {
    const code = `${path.length === 1 ? top : LABELS.filter((label) => label !== top)[path.length - 2]} ${number(path.at(-1)!)}`;
    return { printed: `${code}${separator}`, code };
  },
});

const coded = (
  name: string,
  levels: string[],
  heading: string,
  code: (path: number[]) => string,
  closing: string,
): Style => ({
  name,
  depth: levels.length,
  heading,
  levels,
  mark: (path) => ({ printed: `${code(path)}${closing}`, code: code(path) }),
});

const bulleted = (bullet: string): Style => ({
  name: `bullets ${bullet}`,
  depth: 3,
  heading: "Goals",
  levels: ["Goal", "Item", "Item"],
  mark: () => ({ printed: `${bullet} `, code: null }),
  indent: 4,
});

const STYLES: Style[] = [
  labelled("Goal 1:", "Goal", String, ": "),
  labelled("GOAL 1 –", "Goal", String, " – "),
  labelled("Goal 1.", "Goal", String, ". "),
  labelled("Goal 1 and no mark", "Goal", String, " "),
  labelled("Goal I:", "Goal", (n) => ROMAN[n - 1]!, ": "),
  labelled("Goal A:", "Goal", letter, ": "),
  labelled("Goal One:", "Goal", (n) => WORDS[n - 1]![0] + WORDS[n - 1]!.slice(1).toLowerCase(), ": "),
  labelled("PRIORITY ONE –", "Priority", (n) => WORDS[n - 1]!, " – "),
  labelled("KSF 1:", "KSF", String, ": "),
  labelled("Pillar #1 -", "Pillar", (n) => `#${n}`, " - "),
  {
    name: "Objective numbered through",
    depth: 2,
    levels: ["Focus Area", "Objective"],
    mark: (path, counts) => {
      const code = path.length === 1 ? `Focus Area ${path[0]}` : `Objective ${counts[1]}`;
      return { printed: `${code}: `, code };
    },
  },
  coded("1. 1.1 1.1.1", ["Goal", "Item", "Item", "Item", "Item"], "Goals", (path) => path.join("."), " "),
  coded("1. 1.1. 1.1.1.", ["Goal", "Item", "Item"], "Goals", (path) => path.join("."), ". "),
  {
    ...coded("1.Improve 1.1Improve", ["Goal", "Item", "Item"], "Goals", (path) => path.join("."), ""),
    mark: (path) => ({ printed: path.length === 1 ? `${path[0]}.` : path.join("."), code: path.join(".") }),
  },
  coded("#1", ["Goal"], "Goals", (path) => `#${path[0]}`, " "),
  coded("A. A.1", ["Goal", "Item"], "Goals", (path) => [letter(path[0]!), ...path.slice(1)].join("."), ". "),
  coded("I. II.", ["Goal"], "Goals", (path) => ROMAN[path[0]! - 1]!, ". "),
  {
    ...coded(
      "I. A. 1. a.",
      ["Goal", "Item", "Item", "Item"],
      "Goals",
      (path) => {
        const n = path.at(-1)!;
        return [ROMAN[n - 1]!, letter(n), String(n), small(n)][path.length - 1]!;
      },
      ". ",
    ),
    indent: 3,
  },
  {
    name: "Goal 1, 1.1, 1.1A",
    depth: 3,
    levels: ["Goal", "Objective", "Action"],
    mark: (path) => {
      const code = path.length === 1 ? `GOAL ${path[0]}` : `${path[0]}.${path[1]}${path[2] ? letter(path[2]) : ""}`;
      return { printed: path.length === 1 ? `${code}: ` : `${code} `, code };
    },
    lists: (depth) => [null, "OBJECTIVES", "ACTIONS:"][depth - 1] ?? null,
  },
  {
    name: "1, 1a, 1a1",
    depth: 3,
    levels: ["Focus Area", "Goal", "Action Step"],
    mark: (path) => {
      const code = path.length === 1 ? `Focus Area ${path[0]}` : `${path[0]}${small(path[1]!)}${path[2] ?? ""}`;
      return {
        printed: path.length === 1 ? `${code}: ` : path.length === 2 ? `Goal ${code}: ` : `${code}. `,
        code: path.length === 2 ? `Goal ${code}` : code,
      };
    },
    lists: (depth) => (depth === 3 ? "Action Steps" : null),
  },
  ...["•", "●", "○", "-", "–", "*", "o", "▪"].map(bulleted),
];

const VERBS = "Improve Expand Provide Strengthen Build Review Align Support Increase Create".split(" ");
const PHRASES = [
  "reading in grades K-5",
  "the arts (music, dance and theater)",
  "“student voice” in every school",
  "tutoring—before, during and after school",
  "teachers’ planning time",
  "services for English learners & their families",
  "college/career advising",
  "attendance, especially in grade 9",
  "the district's 4 oldest buildings",
  "access to Algebra I",
  "partnerships with the St. Croix tribe",
  "fair discipline",
];

/** A title is made different from all others by the words at its end. */
const title = fc
  .tuple(fc.constantFrom(...VERBS), fc.constantFrom(...PHRASES), fc.constantFrom("", "."))
  .map(([verb, phrase, end]) => ({ verb, phrase, end }));

const branch = (depth: number): fc.Arbitrary<unknown> =>
  fc.record({ title, children: depth <= 1 ? fc.constant([]) : fc.array(branch(depth - 1), { maxLength: 3 }) });

interface Raw {
  title: { verb: string; phrase: string; end: string };
  children: Raw[];
}

const NAMES = "Maple Cedar Aspen Birch Willow Alder Hazel Linden Rowan Elder Juniper Laurel".split(" ");

function nameTitles(raws: Raw[], count: { n: number }): Branch[] {
  return raws.map((raw) => {
    const n = count.n++;
    const place = `${NAMES[n % NAMES.length]} ${NAMES[Math.floor(n / NAMES.length) % NAMES.length]}`;
    return {
      title: `${raw.title.verb} ${raw.title.phrase} at ${place}${raw.title.end}`,
      children: nameTitles(raw.children, count),
    };
  });
}

function print(tree: Branch[], style: Style): { text: string; found: Found[] } {
  const lines = ["Tallow Creek Schools", "Strategic Plan", "", ...(style.heading ? [style.heading, ""] : [])];
  const found: Found[] = [];
  const counts: number[] = [0, 0, 0, 0, 0];
  const write = (branches: Branch[], path: number[], parent: string | null) => {
    const depth = path.length + 1;
    const heading = branches.length > 0 ? style.lists?.(depth) : null;
    if (heading) lines.push(heading);
    for (const [at, { title, children }] of branches.entries()) {
      counts[depth - 1]!++;
      const here = [...path, at + 1];
      const { printed, code } = style.mark(here, counts);
      lines.push(`${" ".repeat((style.indent ?? 0) * path.length)}${printed}${title}`);
      found.push({ level: style.levels[depth - 1]!, code, title, parent });
      write(children, here, title);
    }
    if (depth === 1) lines.push("");
  };
  write(tree, [], null);
  return { text: lines.join("\n"), found };
}

function foundIn(text: string): Found[] {
  const reading = readPlan(readTxt(text));
  const labels = new Map(reading.levels.map((level) => [level.key, level.label]));
  const titles = new Map(reading.nodes.map((node) => [node.id, node.title!]));
  return reading.nodes.map((node) => ({
    level: labels.get(node.level)!,
    code: node.code,
    title: node.title!,
    parent: node.parentId && titles.get(node.parentId)!,
  }));
}

describe("a plan that is printed", () => {
  test.each(STYLES)("in the style $name is read back as the same tree", (style) => {
    fc.assert(
      fc.property(fc.array(branch(style.depth), { minLength: 2, maxLength: 4 }), (raws) => {
        const { text, found } = print(nameTitles(raws as Raw[], { n: 0 }), style);
        expect(foundIn(text), text).toEqual(found);
      }),
      { seed: 62, numRuns: 60 },
    );
  });
});
