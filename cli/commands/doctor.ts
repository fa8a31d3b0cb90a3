import { type Answer, type Command, done, refused, unusable } from "../command.ts";
import { databaseSentence } from "../database-sentence.ts";
import { checkDatabase, isDatabaseThere } from "../doctor/check-database.ts";
import { checkDataFolder } from "../doctor/check-folder.ts";
import { checkProgram } from "../doctor/check-program.ts";
import { type Finding, note, wrong } from "../doctor/finding.ts";
import { connectAsIs, withSettings } from "../with-installation.ts";

export const doctor: Command = {
  name: "doctor",
  summary: "say what is in order and what is not; changes nothing",
  more: "Looks at settings, data folder, database and row security, also while the program runs. Migrations that wait are named, not run.",
  options: {},
  describes: {},
  run: (told) =>
    withSettings(told, async (settings) => {
      const findings = [...checkProgram(settings), ...(await checkDataFolder(settings))];
      if (!isDatabaseThere(settings)) {
        return tell([...findings, note("there is no database yet: the first start makes it")]);
      }
      const opened = await connectAsIs(settings);
      if (!opened.ok) return tell([...findings, wrong(databaseSentence(opened.problem))], unusable);
      try {
        return tell([...findings, ...(await checkDatabase(opened.value, settings))]);
      } finally {
        await opened.value.close();
      }
    }),
};

function tell(findings: Finding[], sayWrong: typeof refused = refused): Answer {
  const text = findings.map(({ state, what }) => `${state.padEnd(5)}  ${what}`).join("\n");
  return findings.some(({ state }) => state === "WRONG") ? sayWrong(text, { findings }) : done(text, { findings });
}
