/** A reading made by hand from an outline, for stories about reviewing that must not depend on how the reader reads. */
import type { Reading, ReadLevel, ReadNode } from "#modules/plan/document/reading.ts";
import type { SourceDocument, SourceLine } from "#modules/plan/document/source.ts";

const LABELS = ["Goal", "Strategy", "Action"];

/** Indentation by two is depth; "? …" is a line that the reader left aside as unclear, "# …" one it left as a heading. */
export function outline(text: string): { source: SourceDocument; reading: Reading } {
  const rows = text.split("\n").filter((row) => row.trim() !== "");
  const lines: SourceLine[] = [];
  let start = 0;
  for (const [at, row] of rows.entries()) {
    const words = row.trim();
    lines.push({ ...PLAIN, n: at + 1, text: words, start, end: start + words.length });
    start += words.length + 1;
  }
  const source: SourceDocument = {
    format: "txt",
    title: null,
    text: lines.map((line) => line.text).join("\n"),
    lines,
    losses: [],
  };

  const nodes: ReadNode[] = [];
  const left: Reading["left"] = [];
  const open: string[] = [];
  for (const [at, row] of rows.entries()) {
    const line = lines[at] as SourceLine;
    const span = { start: line.start, end: line.end, lines: [line.n, line.n] as [number, number] };
    if (/^[?#]/.test(line.text)) {
      left.push({ text: line.text, reason: line.text.startsWith("?") ? "unclear" : "list_heading", span });
      continue;
    }
    const depth = (row.length - row.trimStart().length) / 2;
    const id = `n${nodes.length + 1}`;
    open[depth] = id;
    const parentId = depth === 0 ? null : (open[depth - 1] ?? null);
    nodes.push({ ...UNSAID, id, level: level(depth).key, title: line.text, parentId, span });
  }
  const depths = [...new Set(nodes.map((node) => node.level))];
  return {
    source,
    reading: {
      ...EMPTY,
      nodes,
      left,
      levels: depths.map((key) => ALL_LEVELS.find((each) => each.key === key) as ReadLevel),
    },
  };
}

const level = (depth: number): ReadLevel => ALL_LEVELS[Math.min(depth, ALL_LEVELS.length - 1)] as ReadLevel;

const ALL_LEVELS: ReadLevel[] = LABELS.map((label) => ({
  key: label.toLowerCase(),
  label,
  printed: true,
  numbering: { style: "none", inherits: false, separator: "", restart: "per_parent", prefix: null },
}));

const PLAIN: Omit<SourceLine, "n" | "text" | "start" | "end"> = {
  indent: 0,
  page: null,
  heading: null,
  list: null,
  cell: null,
  bold: false,
  italic: false,
  struck: false,
  color: null,
  size: null,
  lead: 0,
  region: "main",
  link: false,
  wraps: false,
};

const UNSAID: Omit<ReadNode, "id" | "level" | "title" | "parentId" | "span"> = {
  code: null,
  statement: null,
  placeholder: false,
  owner: null,
  dates: null,
  phase: null,
  horizon: null,
  tag: null,
  mark: null,
  amount: null,
};

const EMPTY: Reading = {
  title: null,
  org: null,
  period: null,
  adoption: null,
  levels: [],
  statements: [],
  nodes: [],
  guardrails: [],
  measures: [],
  focus: [],
  observations: [],
  left: [],
  warnings: [],
};
