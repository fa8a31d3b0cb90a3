/** Every command, in the order of `guidepost --help`. */
import type { Command } from "./command.ts";
import { auditPurge } from "./commands/audit/purge.ts";
import { auditVerify } from "./commands/audit/verify.ts";
import { backupCommand } from "./commands/backup.ts";
import { districtChange } from "./commands/district/change.ts";
import { PLACE_COMMANDS } from "./commands/district/places.ts";
import { districtShow } from "./commands/district/show.ts";
import { doctor } from "./commands/doctor.ts";
import { importsAbandon } from "./commands/imports/abandon.ts";
import { importCommand } from "./commands/imports/import.ts";
import { importsList } from "./commands/imports/list.ts";
import { importsRevert } from "./commands/imports/revert.ts";
import { logCommand } from "./commands/log.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { peopleEnd } from "./commands/people/end.ts";
import { peopleGrant } from "./commands/people/grant.ts";
import { peopleInvite } from "./commands/people/invite.ts";
import { peopleLink } from "./commands/people/link.ts";
import { peopleList } from "./commands/people/list.ts";
import { peopleResetSecondFactor } from "./commands/people/reset-second-factor.ts";
import { peopleSignOut } from "./commands/people/sign-out.ts";
import { peopleWithdraw } from "./commands/people/withdraw.ts";
import { planDiff } from "./commands/plan/diff.ts";
import { planExport } from "./commands/plan/export.ts";
import { planImport } from "./commands/plan/import.ts";
import { planRead } from "./commands/plan/read.ts";
import { planVerify } from "./commands/plan/verify.ts";
import { restoreCommand } from "./commands/restore.ts";
import { sampleRoster } from "./commands/sample-roster.ts";
import { seedCommand } from "./commands/seed.ts";
import { serveCommand } from "./commands/serve.ts";
import { setUpCommand } from "./commands/set-up.ts";

export const COMMANDS: readonly Command[] = [
  serveCommand,
  setUpCommand,
  seedCommand,
  peopleList,
  peopleInvite,
  peopleLink,
  peopleWithdraw,
  peopleGrant,
  peopleEnd,
  peopleSignOut,
  peopleResetSecondFactor,
  districtShow,
  districtChange,
  ...PLACE_COMMANDS,
  importCommand,
  importsList,
  importsRevert,
  importsAbandon,
  logCommand,
  auditVerify,
  auditPurge,
  planRead,
  planExport,
  planImport,
  planVerify,
  planDiff,
  sampleRoster,
  migrateCommand,
  backupCommand,
  restoreCommand,
  doctor,
];
