import { type Command, done } from "../command.ts";
import { withInstallation } from "../with-installation.ts";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "bring the database up to date (every start does this too)",
  options: {},
  describes: {},
  run: (told) =>
    withInstallation(told, async ({ database }) =>
      done(`The ${database.engine} database is up to date.`, { engine: database.engine }),
    ),
};
