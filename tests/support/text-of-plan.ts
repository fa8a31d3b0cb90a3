/** The text of a plan from an outline: "Goal 1 Reading", two spaces further in what stands under it. */
import type { TextNode, VersionText } from "#modules/plan/text/version-text.ts";

const LEVELS = ["Goal", "Strategy", "Action"];
const UNSAID: Omit<TextNode, "address" | "parent" | "level" | "code" | "title"> = {
  ...{ statement: null, placeholder: false, owner: null, dates: null, phase: null, horizon: null },
  ...{ tag: null, mark: null, amount: null },
};

type Numbering = VersionText["levels"][number]["numbering"];
const NUMBERINGS: Numbering[] = [
  { style: "decimal", inherits: false, separator: "", restart: "per_parent", prefix: "Goal" },
  { style: "decimal", inherits: true, separator: ".", restart: "per_parent", prefix: null },
  { style: "lower", inherits: false, separator: "", restart: "per_parent", prefix: null },
];

/** A line is a code (with its label, or "-" for none) and a title; its address is the code as the plan would give it. */
export function textOfPlan(outline: string, numberings: readonly Partial<Numbering>[] = []): VersionText {
  const open: string[] = [];
  const used = new Set<string>();
  const nodes = outline
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): TextNode => {
      const depth = (line.length - line.trimStart().length) / 2;
      const { code = "", title = "" } = /^(?<code>(?:\p{L}{2,} )*\S+) (?<title>.*)$/u.exec(line.trim())?.groups ?? {};
      const plain = code === "-" ? title.toLowerCase() : code.toLowerCase().replaceAll(/[ #]+/g, "-").replace(/^-/, "");
      const parent = depth === 0 ? null : (open[depth - 1] as string);
      const address = used.has(plain) ? `${parent}.${plain}` : plain;
      used.add(address);
      open[depth] = address;
      return {
        ...UNSAID,
        address,
        parent,
        level: (LEVELS[depth] as string).toLowerCase(),
        code: code === "-" ? null : code,
        title,
      };
    });
  const levels = LEVELS.map((label, at) => ({
    key: label.toLowerCase(),
    label,
    printed: true,
    numbering: { ...(NUMBERINGS[at] as Numbering), ...numberings[at] },
  }));
  return { period: null, levels, statements: [], nodes, guardrails: [], measures: [], focus: [] };
}
