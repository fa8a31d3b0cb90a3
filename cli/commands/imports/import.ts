import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { glimpse } from "#app/import-files.ts";
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { translatorIn } from "#locales/translator.ts";
import { sayHandInProblem } from "#modules/imports/present.ts";
import { listRefusals } from "#modules/imports/queries.ts";
import { runImport } from "#modules/imports/run-import.ts";
import { kindsOf } from "#modules/imports/which-kind.ts";
import { type Command, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";
import { answerOf } from "./answer.ts";

const KINDS = IMPORT_KINDS.map(({ kind }) => kind).join(", ");
const MOST_TOLD = 10_000;

export const importCommand: Command = {
  name: "import",
  takes: "FILE…",
  summary: "load files, or a zip of them: they are checked and rehearsed, and with --publish published",
  more: `Kinds: ${KINDS}. What is half empty or full of faults is held back: see docs/guide/importing.md.`,
  options: { kind: { type: "string" }, publish: { type: "boolean" }, override: { type: "string" }, ...AT },
  describes: {
    kind: "what the files hold, where their names do not say it",
    publish: "publish if nothing holds it back",
    override: "publish past the bounds, for this reason, which stays on record",
    ...DESCRIBES_AT,
  },
  run: async (told) => {
    if (told.words.length === 0) return misused("Name the files of one export: guidepost import FILE…");
    for (const path of told.words) {
      const found = await stat(path).catch(() => null);
      if (!found?.isFile()) return refused(`There is no file ${path}.`, { kind: "not-found", path });
    }
    const files = told.words.map((path) => ({ name: basename(path), pieces: () => createReadStream(path) }));
    const kind = told.values.kind;
    const fitting =
      kind === undefined
        ? kindsOf(IMPORT_KINDS, await glimpse(files))
        : IMPORT_KINDS.filter((each) => each.kind === kind);
    const [definition, ...others] = fitting;
    if (definition === undefined || others.length > 0)
      return misused(`Say what the files hold: --kind ${KINDS.replaceAll(", ", " | ")}`);
    const { override } = told.values;
    const reason = typeof override === "string" && override.trim() !== "" ? override.trim().slice(0, 500) : null;
    if (override !== undefined && reason === null) return misused("--override needs a reason");
    const publish = told.values.publish || reason !== null ? { override: reason } : undefined;
    return withDistrict(told, async ({ installation: { database }, district, desk, today }) => {
      const ran = await runImport(database, { definition, districtId: district.id, today, files, publish });
      if (!ran.ok) {
        const here = { language: "en", timeZone: district.timeZone } as const;
        return refused(sayHandInProblem(translatorIn("en"), definition, ran.problem, here), {
          kind: ran.problem.because,
        });
      }
      const refusals = await desk.read((tx) => listRefusals(tx, district.id, ran.value.id, { limit: MOST_TOLD }));
      return answerOf(definition, ran.value, refusals);
    });
  },
};
