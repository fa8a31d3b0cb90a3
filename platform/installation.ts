/** Everything of the outside world that one running program has, opened once and handed on; there is no global anything. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "#lib/result.ts";
import { type Clock, systemClock } from "#platform/clock/clock.ts";
import type { Settings } from "#platform/config/settings.ts";
import { type Database, type DatabaseProblem, openDatabase } from "#platform/db/database.ts";
import { type Mail, openMail } from "#platform/mail/mail.ts";
import { type Accounts, openAccounts } from "#platform/sign-in/accounts.ts";
import { openThrottle, type Throttle } from "#platform/sign-in/throttle.ts";

export interface Installation {
  settings: Settings;
  database: Database;
  accounts: Accounts;
  throttle: Throttle;
  /** Null where no mail server is set: people pass links on by hand. */
  mail: Mail | null;
  clock: Clock;
  /** Asked of whoever sets an empty installation up from another machine; printed where the program was started. */
  setUpCode: string;
  close(): Promise<void>;
}

/** `share`: work through a running server's embedded database instead of refusing (the command line). */
export async function openInstallation(
  settings: Settings,
  share = false,
): Promise<Result<Installation, DatabaseProblem>> {
  const opened = await openDatabase(settings, share);
  if (!opened.ok) return opened;
  const database = opened.value;
  const secret = settings.secret ?? (await keptSecret(settings.dataDir));
  return ok({
    settings,
    database,
    accounts: openAccounts(database.signIn, secret, settings.baseUrl),
    throttle: openThrottle(database.signIn),
    mail: openMail(settings),
    clock: systemClock,
    setUpCode: randomBytes(4).toString("hex"),
    close: () => database.close(),
  });
}

/** The secret in the data folder; made on the first start. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
