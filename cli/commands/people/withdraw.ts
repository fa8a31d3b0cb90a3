import { withdrawInvitation } from "#modules/people/invitations/commands.ts";
import { invitedLines } from "#modules/people/present.ts";
import { listInvitations } from "#modules/people/queries.ts";
import { type Command, done, refused } from "../../command.ts";
import { refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT } from "../../with-district.ts";
import { withPerson } from "./one.ts";

export const peopleWithdraw: Command = {
  name: "people withdraw",
  takes: "EMAIL",
  summary: "withdraw someone's invitation: its link stops working",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withPerson(told, async ({ desk, actor, district, now }, person) => {
      const invitations = await desk.read((tx) => listInvitations(tx, district.id));
      const open = invitedLines(invitations, now).find((line) => line.personId === person.id);
      if (!open) return refused(`${person.name} has no link that works.`, { kind: "not-found" });
      const withdrawn = await desk.write((tx) => withdrawInvitation(tx, actor, open.id, now));
      return withdrawn.ok ? done("Withdrawn: the link no longer works.") : refusedBy("people", withdrawn.problem);
    }),
};
