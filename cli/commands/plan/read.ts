import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { translatorIn } from "#locales/translator.ts";
import { presentReading } from "#modules/plan/document/present.ts";
import { readDocumentApart } from "#modules/plan/document/read-document-apart.ts";
import { LIMITS } from "#modules/plan/document/refusal.ts";
import { type Answer, type Command, done, misused, refused } from "../../command.ts";

/** A command line has time, and a machine of its own. */
const BOUNDS = { milliseconds: 120_000, megabytes: 2_048 };

export const planRead: Command = {
  name: "plan read",
  takes: "FILE",
  summary: "read a plan document and say what stands in it; needs no database and changes nothing",
  more: "FILE is a .docx, .pdf, .xlsx, .csv, .html, .md or .txt, or - for text from standard input.\nSpans are offsets into the document's text and the lines they touch.",
  options: {},
  describes: {},
  run: async ({ words }) => {
    const [file, ...more] = words;
    if (file === undefined || more.length > 0) return misused("Name one file: guidepost plan read FILE");
    return readFrom(file);
  },
};

async function readFrom(file: string): Promise<Answer> {
  const t = translatorIn("en");
  let bytes: Uint8Array;
  try {
    bytes = file === "-" ? await standardInput() : await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      { ENOENT: "There is no such file", EISDIR: "This is a folder", EACCES: "This account may not read it" }[
        code ?? ""
      ] ?? code;
    return refused(
      `${file} could not be opened. ${why}. Name a document: .docx, .pdf, .xlsx, .csv, .html, .md or .txt.`,
      { kind: "not-opened" },
    );
  }
  const read = await readDocumentApart({ bytes, name: file === "-" ? "standard-input.txt" : basename(file) }, BOUNDS);
  if (!read.ok) {
    const { kind, values } = read.problem;
    return refused(t(`document.refusal.${kind}`, values as never), { kind, values });
  }
  const reading = presentReading(read.value, t);
  return done(inWords(reading), reading);
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > LIMITS.fileMegabytes * 1e6 + 1) break;
  }
  return Buffer.concat(chunks);
}

/** The tree as an outline, then what was left aside and what does not agree. */
function inWords(reading: ReturnType<typeof presentReading>): string {
  const { title, org, period, adoption, statements, nodes, guardrails, measures, left, warnings } = reading;
  const labels = new Map(reading.levels.map((level) => [level.key, level.label]));
  const lines = [title, org, period?.printed, adoption?.printed].filter((line) => line != null);
  const children = Map.groupBy(nodes, (node) => node.parentId);
  const tell = (parent: string | null, depth: number): void => {
    for (const node of children.get(parent) ?? []) {
      const words = [node.code, node.title].filter((word) => word !== null).join("  ");
      lines.push(`${"  ".repeat(depth)}[${labels.get(node.level) ?? node.level}] ${words}`);
      for (const measure of measures)
        if (measure.nodeIds[0] === node.id) lines.push(`${"  ".repeat(depth + 1)}(${measure.role}) ${measure.text}`);
      tell(node.id, depth + 1);
    }
  };
  lines.push("");
  for (const statement of statements) {
    lines.push(`[${statement.kind}] ${statement.text}`, ...statement.children.map((point) => `  - ${point.text}`));
  }
  tell(null, 0);
  for (const guardrail of guardrails) lines.push(`[guardrail] ${guardrail.text}`);
  lines.push(
    "",
    left.length === 1 ? "One line left aside." : `${left.length} lines left aside.`,
    ...warnings.map((warning) => `Does not agree: ${warning.message}`),
  );
  return lines.join("\n");
}
