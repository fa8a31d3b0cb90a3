import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { translatorIn } from "#locales/translator.ts";
import { askRevert } from "#modules/imports/commands.ts";
import { findImport } from "#modules/imports/queries.ts";
import { settle } from "#modules/imports/run-import.ts";
import { type Command, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";
import { answerOf } from "./answer.ts";

export const importsRevert: Command = {
  name: "imports revert",
  takes: "IMPORT",
  summary: "take the latest import of a kind back, as a whole; IMPORT is the last column of `guidepost imports`",
  options: { because: { type: "string" }, ...AT },
  describes: { because: "why, for the record", ...DESCRIBES_AT },
  run: async (told) => {
    const [importId = ""] = told.words;
    const because = typeof told.values.because === "string" ? told.values.because.trim() : "";
    if (!isUuid(importId)) return misused("Name an import by its id: the last column of guidepost imports");
    if (because === "") return misused("Say why: --because REASON");
    return withDistrict(told, async ({ desk, actor, district, today }) => {
      const row = await desk.read((tx) => findImport(tx, district.id, importId));
      const definition = IMPORT_KINDS.find(({ kind }) => kind === row?.kind);
      if (definition === undefined)
        return refused("There is no such import here. See: guidepost imports", { kind: "not-found" });
      const asked = await desk.write((tx) => askRevert(tx, actor, importId, because.slice(0, 500)));
      if (!asked.ok) {
        const t = translatorIn("en");
        return refused(
          t(asked.problem.kind === "not-latest" ? "imports.not-latest" : "imports.not-now"),
          asked.problem,
        );
      }
      const settled = await settle({ definition, districtId: district.id, importId, today, desk, worker: uuidv7() });
      return answerOf(definition, settled, []);
    });
  },
};
