import { SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { seedSample } from "#db/seed/sample.ts";
import { isThisMachine } from "#platform/config/this-machine.ts";
import { type Command, done, refused } from "../command.ts";
import { withInstallation } from "../with-installation.ts";

export const seedCommand: Command = {
  name: "seed",
  summary: "load the invented sample district into an empty installation",
  more: "Its passwords are public. Where HOST lets others in, it is loaded only with SAMPLE_DISTRICT=yes.",
  options: {},
  describes: {},
  run: (told) =>
    withInstallation(told, async (installation) => {
      const { host, sampleDistrict } = installation.settings;
      if (!isThisMachine(host) && !sampleDistrict) {
        return refused(
          `HOST=${host} lets others in, and everyone knows the sample's passwords. Set SAMPLE_DISTRICT=yes if that is meant.`,
          { kind: "open-to-all" },
        );
      }
      const seeded = await seedSample(installation);
      if (!seeded.ok) {
        return refused("This installation has a district already. Nothing was changed.", { kind: seeded.problem.kind });
      }
      return done(`The sample district is loaded. Everyone's password there: ${SAMPLE_PASSWORD}`, {
        districtId: seeded.value.districtId,
      });
    }),
};
