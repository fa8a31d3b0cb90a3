import { changeDistrict } from "#modules/district/commands.ts";
import { findDistrict } from "#modules/district/queries.ts";
import { DistrictSchema } from "#modules/district/schema.ts";
import { recorded } from "#modules/people/recorded.ts";
import { type Command, done } from "../../command.ts";
import { readOptions, refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const districtChange: Command = {
  name: "district change",
  summary: "change the district's name, state, time zone or first language",
  options: {
    name: { type: "string" },
    state: { type: "string" },
    "time-zone": { type: "string" },
    language: { type: "string" },
    ...AT,
  },
  describes: {
    name: "the name, as the public knows it",
    state: "two letters, such as TX",
    "time-zone": "such as America/New_York",
    language: "en or es",
    ...DESCRIBES_AT,
  },
  run: (told) =>
    withDistrict(told, async ({ desk, actor, district: { id } }) => {
      const now = await desk.read((tx) => findDistrict(tx, id));
      const { name, state, language, "time-zone": timeZone } = told.values;
      const read = readOptions("district", DistrictSchema, {
        name: { option: "--name", value: name ?? now?.name },
        state: { option: "--state", value: typeof state === "string" ? state.toUpperCase() : now?.state },
        timeZone: { option: "--time-zone", value: timeZone ?? now?.timeZone },
        language: { option: "--language", value: language ?? now?.language },
      });
      if (!read.ok) return read.problem;
      const changed = await desk.write((tx) => recorded(tx, actor, changeDistrict(tx, actor, read.value)));
      return changed.ok ? done("Changed.", read.value) : refusedBy("district", changed.problem);
    }),
};
