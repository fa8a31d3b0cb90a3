import { translatorIn } from "#locales/translator.ts";
import { listEvents } from "#modules/people/event-log.ts";
import { readNames } from "#modules/people/log/names.ts";
import { presentEvents } from "#modules/people/log/present.ts";
import { sentenceOfEvent } from "#modules/people/log/sentence.ts";
import { listPeople } from "#modules/people/queries.ts";
import { type Command, done, misused, refused } from "../command.ts";
import { table } from "../table.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../with-district.ts";

export const logCommand: Command = {
  name: "log",
  summary: "what happened, the latest first",
  options: { person: { type: "string" }, kind: { type: "string" }, count: { type: "string" }, ...AT },
  describes: {
    person: "only what this person did, or was done about them (e-mail address)",
    kind: "only about this kind of thing, such as grant or review",
    count: "how many; without it 50",
    ...DESCRIBES_AT,
  },
  run: async (told) => {
    const count = Number(told.values.count ?? 50);
    if (!Number.isInteger(count) || count < 1) return misused("--count is how many: a whole number from 1");
    return withDistrict(told, async ({ desk, district }) => {
      const { person, kind } = told.values;
      const people = await desk.read((tx) => listPeople(tx, district.id));
      const asked = people.find((each) => each.email === String(person ?? "").toLowerCase());
      if (person !== undefined && !asked)
        return refused(`No one here has the address ${person}.`, { kind: "not-found" });
      const filter = { limit: count, personId: asked?.id, kind: typeof kind === "string" ? kind : undefined };
      const { events, names } = await desk.read(async (tx) => ({
        events: await listEvents(tx, district.id, filter),
        names: await readNames(tx, district.id),
      }));
      const t = translatorIn("en");
      const rows = presentEvents(events, names).map((line) => [
        line.at.toISOString().slice(0, 16).replace("T", " "),
        line.who ?? "the program",
        sentenceOfEvent(t, line),
      ]);
      return done(table(rows) || "Nothing of this kind has happened.", { events });
    });
  },
};
