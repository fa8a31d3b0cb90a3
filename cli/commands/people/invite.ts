import { invitePerson } from "#modules/people/invitations/commands.ts";
import { InvitationSchema } from "#modules/people/schema.ts";
import { type Command, done } from "../../command.ts";
import { readOptions, refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";
import { DESCRIBES_GRANT, GRANT_OPTIONS, grantFields, linkOf, readSlugs } from "./grant-options.ts";

export const peopleInvite: Command = {
  name: "people invite",
  takes: "EMAIL",
  summary: "let someone in: prints the link with which they choose a password",
  options: { name: { type: "string" }, title: { type: "string" }, ...GRANT_OPTIONS, ...AT },
  describes: {
    name: "their name",
    title: "what they do here; may be left out",
    ...DESCRIBES_GRANT,
    ...DESCRIBES_AT,
  },
  run: (told) =>
    withDistrict(told, async (here) => {
      const slugs = await here.desk.read((tx) => readSlugs(tx, here.district.id));
      const read = readOptions("people", InvitationSchema, {
        email: { option: "EMAIL", value: told.words[0] },
        name: { option: "--name", value: told.values.name },
        title: { option: "--title", value: told.values.title },
        ...grantFields(told, slugs, here.today),
      });
      if (!read.ok) return read.problem;
      const invited = await here.desk.write((tx) => invitePerson(tx, here.actor, read.value, here.now));
      if (!invited.ok) return refusedBy("people", invited.problem);
      const link = linkOf(here.installation, invited.value.token);
      return done(link, { personId: invited.value.personId, link });
    }),
};
