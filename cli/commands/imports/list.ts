import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { translatorIn } from "#locales/translator.ts";
import { sayOf } from "#modules/imports/present.ts";
import { listImports } from "#modules/imports/queries.ts";
import { type Command, done } from "../../command.ts";
import { table } from "../../table.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const importsList: Command = {
  name: "imports",
  summary: "files that were loaded, the latest first",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withDistrict(told, async ({ desk, district }) => {
      const t = translatorIn("en");
      const rows = await desk.read((tx) => listImports(tx, district.id, 50));
      const lines = rows.map(({ id, kind, state, handedInAt, personName }) => {
        const definition = IMPORT_KINDS.find((each) => each.kind === kind);
        return [
          handedInAt.toISOString().slice(0, 16).replace("T", " "),
          definition ? sayOf(t, definition, "title") : kind,
          t(`imports.state.${state}`),
          personName ?? t("imports.program"),
          id,
        ];
      });
      return done(table(lines) || "No file has been loaded yet. See: guidepost import --help", { imports: rows });
    }),
};
