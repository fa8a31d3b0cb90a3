import { validate as isUuid } from "uuid";
import { endGrant } from "#modules/people/commands.ts";
import { type Command, done, misused, refused } from "../../command.ts";
import { refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const peopleEnd: Command = {
  name: "people end",
  takes: "GRANT",
  summary: "end what someone may do; GRANT is the last column of `guidepost people`",
  options: { because: { type: "string" }, ...AT },
  describes: { because: "why, for the log", ...DESCRIBES_AT },
  run: async (told) => {
    const [id = ""] = told.words;
    if (!isUuid(id)) return misused("Name a grant by its id: the last column of guidepost people");
    return withDistrict(told, async ({ desk, actor, now, today }) => {
      const because = typeof told.values.because === "string" ? told.values.because : null;
      const ended = await desk.write((tx) => endGrant(tx, actor, id, { now, today, because }));
      if (ended.ok) return done("Ended; it stays on record.", { grantId: id });
      const { kind } = ended.problem;
      if (kind === "not-found") return refused("There is no such grant here. See: guidepost people", { kind });
      if (kind === "already-ended") return refused("It had ended before. Nothing was changed.", { kind });
      return refusedBy("people", ended.problem);
    });
  },
};
