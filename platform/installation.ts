/** Everything of the outside world that one running program has, opened once and handed on; there is no global anything. */
import { randomBytes } from "node:crypto";
import { ok, type Result } from "#lib/result.ts";
import { type Clock, systemClock } from "#platform/clock/clock.ts";
import { keptSecret, type SecretProblem } from "#platform/config/kept-secret.ts";
import type { Settings } from "#platform/config/settings.ts";
import { type Database, type DatabaseProblem, openDatabase } from "#platform/db/database.ts";
import { type Mail, openMail } from "#platform/mail/mail.ts";
import { type Memory, openMemory } from "#platform/memory.ts";
import { type Accounts, openAccounts } from "#platform/sign-in/accounts.ts";
import { type Factors, openFactors } from "#platform/sign-in/factors.ts";
import { type Identities, openIdentities } from "#platform/sign-in/identities.ts";
import { openLibrary } from "#platform/sign-in/library.ts";
import { type Outside, openOutside } from "#platform/sign-in/provider/outside.ts";
import { openRoundTrips, type RoundTrips } from "#platform/sign-in/provider/round-trip.ts";
import { openPublicPosts, type PublicPosts } from "#platform/sign-in/public-posts.ts";
import { openSealing, type Sealing } from "#platform/sign-in/sealing.ts";
import { openThrottle, type Throttle } from "#platform/sign-in/throttle.ts";

export interface Installation {
  settings: Settings;
  database: Database;
  accounts: Accounts;
  /** Codes, recovery codes and passkeys. */
  factors: Factors;
  /** Whom the providers of districts mean. */
  identities: Identities;
  /** What browsers take along to a provider. */
  roundTrips: RoundTrips;
  /** Seals what crosses a browser between a provider's answer and the page that takes it. */
  arrivals: Sealing;
  /** Asking providers. */
  outside: Outside;
  throttle: Throttle;
  /** Bounds what is posted without an account. */
  posts: PublicPosts;
  /** Null where no mail server is set: people pass links on by hand. */
  mail: Mail | null;
  clock: Clock;
  /** Forgets when this process writes. */
  memory: Memory;
  /** Where the program's files lie, for what runs them from disk (threads). The web part is bundled elsewhere. */
  root: URL;
  /** Asked of whoever sets an empty installation up from another machine; printed where the program was started. */
  setUpCode: string;
  close(): Promise<void>;
}

export type InstallationProblem = DatabaseProblem | SecretProblem;

/** `share`: work through a running server's embedded database instead of refusing (the command line). */
export async function openInstallation(
  settings: Settings,
  share = false,
): Promise<Result<Installation, InstallationProblem>> {
  const opened = await openDatabase(settings, share);
  if (!opened.ok) return opened;
  const database = opened.value;
  const memory = openMemory();
  database.onWrite(memory.forget);
  const secret = settings.secret === null ? await keptSecret(settings.dataDir) : ok(settings.secret);
  if (!secret.ok) {
    await database.close();
    return secret;
  }
  const identities = openIdentities(database.signIn, secret.value);
  const library = openLibrary(database.signIn, secret.value, settings.baseUrl);
  return ok({
    settings,
    database,
    accounts: openAccounts(database.signIn, secret.value, settings.baseUrl, library),
    identities,
    factors: openFactors(database.signIn, library, identities),
    roundTrips: openRoundTrips(secret.value, settings.baseUrl.protocol === "https:"),
    arrivals: openSealing(secret.value, "arrival"),
    outside: openOutside(settings.signOnHosts),
    throttle: openThrottle(database.signIn),
    posts: openPublicPosts(database.signIn, secret.value),
    mail: openMail(settings),
    clock: systemClock,
    memory,
    root: new URL("../", import.meta.url),
    setUpCode: randomBytes(4).toString("hex"),
    close: () => database.close(),
  });
}
