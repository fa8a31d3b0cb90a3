/** Every command, in the order of `guidepost --help`. */
import type { Command } from "./command.ts";
import { doctor } from "./commands/doctor.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { serveCommand } from "./commands/serve.ts";

export const COMMANDS: readonly Command[] = [serveCommand, migrateCommand, doctor];
