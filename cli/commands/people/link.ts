import { renewInvitation } from "#modules/people/invitations/commands.ts";
import { type Command, done } from "../../command.ts";
import { refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT } from "../../with-district.ts";
import { linkOf } from "./grant-options.ts";
import { withPerson } from "./one.ts";

export const peopleLink: Command = {
  name: "people link",
  takes: "EMAIL",
  summary: "print a new link for someone who lost theirs or forgot the password; older ones stop working",
  more: "This is the way back in where the only plan steward forgot the password.",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withPerson(told, async ({ desk, actor, installation, now }, person) => {
      const token = await desk.write((tx) => renewInvitation(tx, actor, person.id, now));
      if (!token.ok) return refusedBy("people", token.problem);
      const link = linkOf(installation, token.value);
      return done(link, { personId: person.id, link });
    }),
};
