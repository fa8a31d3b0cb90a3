import { translatorIn } from "#locales/translator.ts";
import { importPlan } from "#modules/plan/file/commands.ts";
import { listOrgs } from "#modules/plan/queries.ts";
import { type Command, done, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";
import { openPlanFile } from "./open-plan-file.ts";

export const planImport: Command = {
  name: "plan import",
  takes: "FILE",
  summary: "bring in a plan from an open plan file, with every version: all of it, or nothing",
  more: "People who work here see it at once; everyone else when someone shows it. The plan of a school or a department needs\none of the same name here.",
  options: AT,
  describes: DESCRIBES_AT,
  run: async (told) => {
    const [name, ...more] = told.words;
    if (name === undefined || more.length > 0) return misused("Name one file: guidepost plan import FILE");
    const opened = await openPlanFile(name);
    if (!opened.ok) return opened.problem;
    const file = opened.value;
    return withDistrict(told, async ({ desk, actor, district, now }) => {
      const imported = await desk.write(async (tx) => importPlan(tx, actor, file, await listOrgs(tx, district), now));
      if (imported.ok) {
        const { slug, versions, elements } = imported.value;
        return done(
          `“${file.plan.title}” is at /plan/${slug}: ${versions === 1 ? "one version" : `${versions} versions`}, ${elements} elements.`,
          {
            ...imported.value,
          },
        );
      }
      const t = translatorIn("en");
      const { problem } = imported;
      const values = problem.kind === "org-missing" ? { kind: problem.of.kind, org: problem.of.name } : problem;
      return refused(t(`planFile.${problem.kind}`, values as never), problem);
    });
  },
};
