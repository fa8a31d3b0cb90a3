import { giveGrant } from "#modules/people/commands.ts";
import { GrantSchema } from "#modules/people/schema.ts";
import { type Command, done } from "../../command.ts";
import { readOptions, refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT } from "../../with-district.ts";
import { DESCRIBES_GRANT, GRANT_OPTIONS, grantFields, readSlugs } from "./grant-options.ts";
import { withPerson } from "./one.ts";

export const peopleGrant: Command = {
  name: "people grant",
  takes: "EMAIL",
  summary: "give someone who is here already more access",
  options: { ...GRANT_OPTIONS, ...AT },
  describes: { ...DESCRIBES_GRANT, ...DESCRIBES_AT },
  run: (told) =>
    withPerson(told, async ({ desk, actor, district, today }, person) => {
      const slugs = await desk.read((tx) => readSlugs(tx, district.id));
      const read = readOptions("people", GrantSchema, grantFields(told, slugs, today));
      if (!read.ok) return read.problem;
      const given = await desk.write((tx) => giveGrant(tx, actor, person.id, read.value));
      if (!given.ok) return refusedBy("people", given.problem);
      return done(`${person.name} may act as ${read.value.role} from ${read.value.fromOn}.`, { grantId: given.value });
    }),
};
