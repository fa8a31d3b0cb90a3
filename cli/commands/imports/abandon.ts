import { validate as isUuid } from "uuid";
import { translatorIn } from "#locales/translator.ts";
import { abandonImport } from "#modules/imports/commands.ts";
import { type Command, done, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const importsAbandon: Command = {
  name: "imports abandon",
  takes: "IMPORT",
  summary: "give up an import that is on its way, so that another can come",
  options: { because: { type: "string" }, ...AT },
  describes: { because: "why, for the record", ...DESCRIBES_AT },
  run: async (told) => {
    const [importId = ""] = told.words;
    const because = typeof told.values.because === "string" ? told.values.because.trim().slice(0, 500) : null;
    if (!isUuid(importId)) return misused("Name an import by its id: the last column of guidepost imports");
    return withDistrict(told, async ({ desk, actor }) => {
      const given = await desk.write((tx) => abandonImport(tx, actor, importId, because || null));
      if (given.ok) return done("Given up; nothing was changed.", { import: importId });
      const { kind } = given.problem;
      if (kind === "not-found") return refused("There is no such import here. See: guidepost imports", { kind });
      return refused(translatorIn("en")("imports.not-now"), { kind });
    });
  },
};
