/** The declarations as a page of the guide. */
import { translatorIn } from "#locales/translator.ts";
import type { ImportDefinition } from "./definition.ts";
import { presentKind } from "./present-kind.ts";

export function writeImportGuide(kinds: readonly ImportDefinition[]): string {
  const t = translatorIn("en");
  const lines = kinds.flatMap((definition) => {
    const { kind, title, lede, sources, checks, targets, bounds } = presentKind(t, definition);
    return [
      `## ${title} (\`--kind ${kind}\`)`,
      "",
      lede,
      "",
      ...sources.flatMap((source) => [
        `### ${source.file} (${t(source.required ? "imports.guide.required" : "imports.guide.optional")})`,
        "",
        `${source.holds}. ${t("imports.guide.names", { names: source.names })}${source.key ? ` ${t("imports.guide.key", { columns: source.key })}` : ""}`,
        "",
        "| Column | Also named | Holds | Needed |",
        "| --- | --- | --- | --- |",
        ...source.columns.map(
          ({ header, also, holds, needed }) => `| ${[header, also, holds, needed].map(cell).join(" | ")} |`,
        ),
        "",
      ]),
      ...(checks.length > 0
        ? ["Checked across rows:", "", ...checks.map(({ file, says }) => `- ${file}: ${says}`), ""]
        : []),
      "What becomes of the rows:",
      "",
      ...targets.map(({ says }) => `- ${says}`),
      "",
      bounds,
      "",
    ];
  });
  return `# The files, kind by kind

<!-- Written by tests/imports/declarations.test.ts from the declarations: \`npm test -- tests/imports -u\` -->

${lines.join("\n").trim()}
`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
