import { type LetGo, letGoOfLogs } from "#modules/people/audit/let-go.ts";
import { LOG_NAMES, problemSentence } from "../../chain-sentence.ts";
import { type Command, done, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const auditPurge: Command = {
  name: "audit purge",
  summary: "let go of what is older than the district keeps its logs; without a rule of the district, of nothing",
  more: "How many years is set on the page of the log. Rows go from the beginning only, and the log says so: the rest stays verifiable.\nNothing of a log that is not whole is let go of.",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withDistrict(told, async ({ desk, actor }) => {
      const logs = await letGoOfLogs(desk, actor);
      const text = logs.map((log) => `${LOG_NAMES[log.log]}: ${sentence(log)}`).join("\n");
      return logs.every(({ problem }) => problem === null)
        ? done(text, { logs })
        : refused(text, { kind: "not-whole", logs });
    }),
};

function sentence({ rows, years, problem }: LetGo): string {
  if (problem !== null)
    return `nothing was let go of, because it is not as it was written. ${problemSentence(problem)}`;
  if (years === null) return "kept for ever.";
  return `${rows} ${rows === 1 ? "row" : "rows"} older than ${years} ${years === 1 ? "year" : "years"} let go of.`;
}
