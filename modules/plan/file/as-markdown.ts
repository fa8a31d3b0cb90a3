/** The last version of a plan as Markdown (CommonMark): to be read, printed, put into another program. Pure. */
import type { Translator } from "#locales/translator.ts";
import type { TextMeasure, TextNode, TextStatement, VersionText } from "../text/version-text.ts";
import type { PlanFile } from "./plan-file.ts";

/** Headings go six deep; what stands deeper is a list. */
const DEEPEST_HEADING = 6;

/** The plan speaks its own words; what stands around them speaks the language of `t`. */
export function asMarkdown(file: PlanFile, t: Translator): string {
  const { title, of } = file.plan;
  const text = file.versions.at(-1)?.text;
  const top = [
    `# ${plain(title)}`,
    [of.name, text?.period?.printed]
      .filter(Boolean)
      .map((part) => plain(part ?? ""))
      .join(", "),
  ];
  return `${[...top, ...(text ? bodyOf(text, t) : [])].filter((block) => block !== "").join("\n\n")}\n`;
}

function bodyOf(text: VersionText, t: Translator): string[] {
  const children = Map.groupBy(text.nodes, ({ parent }) => parent);
  const labels = new Map(text.levels.map(({ key, label }) => [key, label]));
  const proving = Map.groupBy(text.measures, ({ nodes }) => nodes[0] ?? null);
  const walk = (parent: string | null, depth: number): string[] =>
    (children.get(parent) ?? []).flatMap((node) => [
      ...nodeBlocks(node, labels.get(node.level) ?? "", depth),
      ...measureBlock(proving.get(node.address) ?? [], t),
      ...walk(node.address, depth + 1),
    ]);
  const watching = Map.groupBy(text.measures, ({ guardrail }) => guardrail);
  const guardrails = text.guardrails.flatMap(({ address, code, text: line }) => [
    `- ${plain([code, line].filter(Boolean).join(" "))}`,
    ...(watching.get(address) ?? []).map((measure) => `  - ${measureLine(measure)}`),
  ]);
  const alone = (proving.get(null) ?? []).filter(({ guardrail }) => guardrail === null);
  return [
    ...statementBlocks(text.statements, t),
    ...walk(null, 2),
    ...(alone.length > 0 ? [`## ${t("plan.how")}`, ...measureBlock(alone, t)] : []),
    ...(guardrails.length > 0 ? [`## ${t("plan.lines")}`, guardrails.join("\n")] : []),
  ];
}

function statementBlocks(statements: readonly TextStatement[], t: Translator): string[] {
  const points = Map.groupBy(statements, ({ parent }) => parent);
  const wholes = Map.groupBy(points.get(null) ?? [], ({ kind }) => kind);
  return [...wholes].flatMap(([kind, those]) => [
    `## ${t(`plan.statement.${kind}`)}`,
    ...(those.length === 1
      ? those.flatMap(({ address, text }) => [plain(text), pointList(address, points, "")])
      : [
          those
            .map(({ address, text }) =>
              [`- ${plain(text)}`, pointList(address, points, "  ")].filter(Boolean).join("\n"),
            )
            .join("\n"),
        ]),
  ]);
}

const pointList = (of: string, points: ReadonlyMap<string | null, readonly TextStatement[]>, indent: string): string =>
  (points.get(of) ?? [])
    .flatMap(({ address, text }) => [`${indent}- ${plain(text)}`, pointList(address, points, `${indent}  `)])
    .filter((line) => line !== "")
    .join("\n");

function nodeBlocks(
  { code, title, statement, owner, dates, amount }: TextNode,
  label: string,
  depth: number,
): string[] {
  const number = code === null ? label : code.toLowerCase().startsWith(label.toLowerCase()) ? code : `${label} ${code}`;
  const words = plain([number, title].filter(Boolean).join(": "));
  const head =
    depth <= DEEPEST_HEADING
      ? `${"#".repeat(depth)} ${words}`
      : `${"  ".repeat(depth - DEEPEST_HEADING - 1)}- ${words}`;
  const facts = [owner, dates, amount]
    .filter((fact) => fact !== null)
    .map(plain)
    .join(" · ");
  return [head, plain(statement ?? ""), facts === "" ? "" : `*${facts}*`];
}

const measureBlock = (measures: readonly TextMeasure[], t: Translator): string[] =>
  measures.length === 0
    ? []
    : [`**${t("plan.how")}**`, measures.map((measure) => `- ${measureLine(measure)}`).join("\n")];

const measureLine = ({ code, text }: TextMeasure): string => plain([code, text].filter(Boolean).join(": "));

/** The plan's words, no sign of which Markdown takes for its own. */
function plain(words: string): string {
  return words
    .replace(/[\\`*_[\]<>&#|~]/g, "\\$&")
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/gm,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.at(-1)}`,
    )
    .replace(/\s*\n\s*/g, " ");
}
