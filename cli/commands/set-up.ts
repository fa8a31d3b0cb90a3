import { SetUpSchema } from "#modules/people/schema.ts";
import { setUp } from "#modules/people/set-up.ts";
import { type Command, done, refused } from "../command.ts";
import { readPassword } from "../read-password.ts";
import { readOptions, refusedBy } from "../refusal.ts";
import { withInstallation } from "../with-installation.ts";

export const setUpCommand: Command = {
  name: "set-up",
  summary: "make the district of an empty installation, and its plan steward",
  more: "The password comes from GUIDEPOST_PASSWORD, or is read from standard input.",
  options: {
    district: { type: "string" },
    steward: { type: "string" },
    email: { type: "string" },
    state: { type: "string" },
    "time-zone": { type: "string" },
    language: { type: "string" },
  },
  describes: {
    district: "the district's name",
    steward: "the name of the plan steward, who lets others in",
    email: "the steward's e-mail address",
    state: "two letters, such as TX; may be left out",
    "time-zone": "such as America/New_York; without it America/Chicago",
    language: "en or es: the first language of its pages; without it en",
  },
  run: async (told) => {
    const { district, steward, email, state, language, "time-zone": timeZone } = told.values;
    const read = readOptions("people", SetUpSchema.omit({ password: true }), {
      district: { option: "--district", value: district },
      name: { option: "--steward", value: steward },
      email: { option: "--email", value: email },
      state: { option: "--state", value: typeof state === "string" ? state.toUpperCase() : state },
      timeZone: { option: "--time-zone", value: timeZone ?? "America/Chicago" },
      language: { option: "--language", value: language ?? "en" },
    });
    if (!read.ok) return read.problem;
    const password = await readPassword(told);
    return withInstallation(told, async (installation) => {
      const made = await setUp(installation, { ...read.value, password }, installation.clock.now());
      if (made.ok) {
        const sentence = `${read.value.district} is set up. ${read.value.name} signs in with ${read.value.email}.`;
        return done(sentence, { districtId: made.value });
      }
      if (made.problem.kind === "already-set-up") {
        return refused("This installation has its district already. Nothing was changed.", made.problem);
      }
      return refusedBy("people", made.problem);
    });
  },
};
