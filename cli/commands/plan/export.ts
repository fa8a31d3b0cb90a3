import { writeFile } from "node:fs/promises";
import { translatorIn } from "#locales/translator.ts";
import { asCsv } from "#modules/plan/file/as-csv.ts";
import { asMarkdown } from "#modules/plan/file/as-markdown.ts";
import { type PlanFile, writePlanFile } from "#modules/plan/file/plan-file.ts";
import { getPlanFile } from "#modules/plan/file/queries.ts";
import { listPlans } from "#modules/plan/queries.ts";
import { type Answer, type Command, done, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

const FORMS: Record<string, (file: PlanFile) => string> = {
  json: writePlanFile,
  markdown: (file) => asMarkdown(file, translatorIn("en")),
  csv: asCsv,
};

export const planExport: Command = {
  name: "plan export",
  takes: "PLAN",
  summary: "write a plan as an open plan file, with every version; PLAN is its address, as in /plans/PLAN",
  more: "Without --to the file goes to standard output. The format: docs/plan-file.md.",
  options: { to: { type: "string" }, as: { type: "string" }, ...AT },
  describes: {
    to: "the file to write; one that is there already is not touched",
    as: "json (default: the open plan file), or the last version as markdown or csv",
    ...DESCRIBES_AT,
  },
  run: async (told) => {
    const [slug, ...more] = told.words;
    if (slug === undefined || more.length > 0) return misused("Name one plan: guidepost plan export PLAN");
    const form = FORMS[String(told.values.as ?? "json")];
    if (form === undefined) return misused(`--as is one of ${Object.keys(FORMS).join(", ")}.`);
    return withDistrict(told, async ({ desk, district }) => {
      const { file, slugs } = await desk.read(async (tx) => ({
        file: await getPlanFile(tx, district, slug),
        slugs: (await listPlans(tx, district.id)).map((plan) => plan.slug),
      }));
      if (!file) {
        const there = slugs.length === 0 ? "There is no plan yet." : `There are: ${slugs.join(", ")}.`;
        return refused(`No plan has the address "${slug}". ${there}`, { kind: "not-found", plans: slugs });
      }
      const { to } = told.values;
      if (typeof to !== "string") return done(form(file), file);
      return writeNew(to, form(file));
    });
  },
};

async function writeNew(to: string, text: string): Promise<Answer> {
  try {
    await writeFile(to, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EEXIST" ? "is there already and was not touched" : `could not be written (${code})`;
    return refused(`${to} ${why}. Name another file.`, { kind: "not-written" });
  }
  return done(`The plan is in ${to}.`, { file: to });
}
