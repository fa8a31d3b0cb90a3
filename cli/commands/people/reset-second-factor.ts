import { NeededReasonSchema } from "#modules/people/schema.ts";
import { undoForPerson } from "#modules/people/second-factor.ts";
import { type Command, done, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT } from "../../with-district.ts";
import { withPerson } from "./one.ts";

export const peopleResetSecondFactor: Command = {
  name: "people reset-second-factor",
  takes: "EMAIL",
  summary: "take codes and passkeys away from someone who lost them; they are signed out everywhere",
  more: "This is the way back in where the only plan steward lost the phone.",
  options: { ...AT, because: { type: "string" } },
  describes: { ...DESCRIBES_AT, because: "why, for the log" },
  run: (told) =>
    withPerson(told, async ({ installation, desk, actor }, person) => {
      const reason = NeededReasonSchema.safeParse({ because: told.values.because });
      if (!reason.success) return misused('Say why, for the log: --because "Lost the phone"');
      const undone = await undoForPerson(installation, desk, actor, person.id, { kind: "reset" }, reason.data.because);
      if (!undone.ok) return refused(`${person.name} has never signed in.`, { kind: "not-found" });
      return done(`${person.name} can set up another second factor.`, { personId: person.id });
    }),
};
