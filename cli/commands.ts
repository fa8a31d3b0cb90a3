/** Every command, in the order of `guidepost --help`. */
import type { Command } from "./command.ts";
import { backupCommand } from "./commands/backup.ts";
import { doctor } from "./commands/doctor.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { planRead } from "./commands/plan-read.ts";
import { restoreCommand } from "./commands/restore.ts";
import { serveCommand } from "./commands/serve.ts";

export const COMMANDS: readonly Command[] = [
  serveCommand,
  planRead,
  migrateCommand,
  backupCommand,
  restoreCommand,
  doctor,
];
