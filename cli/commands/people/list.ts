import { translatorIn } from "#locales/translator.ts";
import { isStanding } from "#modules/people/domain.ts";
import { readKnown } from "#modules/people/known.ts";
import { sayPlace } from "#modules/people/place.ts";
import { grantLine, invitedLines } from "#modules/people/present.ts";
import { type Command, done } from "../../command.ts";
import { table } from "../../table.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const peopleList: Command = {
  name: "people",
  summary: "who works here, what each may do, and who is invited",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withDistrict(told, async ({ desk, district, today, now }) => {
      const known = await desk.read((tx) => readKnown(tx, district.id));
      const grants = known.grants.filter((grant) => isStanding(grant, today));
      const lines = grants.map((grant) => ({
        ...grantLine(grant, known, today),
        email: known.people.find((person) => person.id === grant.personId)?.email ?? "",
      }));
      const invited = invitedLines(known.invitations, now);
      const t = translatorIn("en");
      const rows = lines.map(({ id, name, email, role, place, fromOn, untilOn }) => [
        name,
        email,
        role,
        sayPlace(t, place),
        `${fromOn} to ${untilOn ?? "…"}`,
        id,
      ]);
      const waiting = invited.map(({ email, expiresAt, expired }) => [
        email,
        `${expired ? "ran out" : "works until"} ${expiresAt.toISOString().slice(0, 10)}`,
      ]);
      const text = [table(rows), waiting.length > 0 ? `\nInvited\n${table(waiting)}` : ""].join("\n").trim();
      return done(text || "No one works here.", { grants: lines, invited });
    }),
};
