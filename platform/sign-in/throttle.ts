/**
 * Slows guessing: by account (whoever tries it) and by address (whatever is tried from it; a school has one address for all,
 * so its bound is wide). An attempt is written down before the password is looked at, so that many at once do not slip by.
 */
import { type Kysely, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";

const MINUTE = 60_000;

/** Attempts within the window after which the next attempt waits, and how long the window is. */
export const BOUNDS = {
  account: { attempts: 5, minutes: 15 },
  address: { attempts: 100, minutes: 15 },
} as const;

export type ThrottleKind = keyof typeof BOUNDS;

/** Minutes to wait, given the times of those before it, this one not included; 0 = go ahead. */
export function minutesToWait(
  { attempts, minutes }: { attempts: number; minutes: number },
  before: readonly Date[],
  now: Date,
): number {
  const start = now.getTime() - minutes * MINUTE;
  const recent = before.map((at) => at.getTime()).filter((at) => at > start && at <= now.getTime());
  if (recent.length < attempts) return 0;
  const opensAt = recent.sort((one, other) => other - one)[attempts - 1]! + minutes * MINUTE;
  return Math.max(1, Math.ceil((opensAt - now.getTime()) / MINUTE));
}

export interface Throttle {
  /** Writes the attempt down and says how many minutes it must wait (0 = go ahead). */
  attempt(subjects: Record<ThrottleKind, string>, now: Date): Promise<number>;
  /** Forgets the account's failures after it proved itself. The address keeps its own. */
  succeeded(subjects: Record<ThrottleKind, string>): Promise<void>;
}

export function openThrottle(database: Kysely<unknown>): Throttle {
  return {
    async attempt(subjects, now) {
      let wait = 0;
      for (const kind of ["account", "address"] as const) {
        const { minutes } = BOUNDS[kind];
        const since = new Date(now.getTime() - minutes * MINUTE);
        const before = await sql<{ at: Date }>`
          select at from sign_in.failed_attempt where kind = ${kind} and subject = ${subjects[kind]} and at > ${since}
        `.execute(database);
        wait = Math.max(
          wait,
          minutesToWait(
            BOUNDS[kind],
            before.rows.map((row) => row.at),
            now,
          ),
        );
        // Attempts that are turned away are not counted: a stranger could lock a person out for ever with them.
        if (wait > 0) return wait;
        await sql`
          insert into sign_in.failed_attempt (id, kind, subject, at) values (${uuidv7()}, ${kind}, ${subjects[kind]}, ${now})
        `.execute(database);
      }
      return 0;
    },

    async succeeded(subjects) {
      await sql`delete from sign_in.failed_attempt where kind = 'account' and subject = ${subjects.account}`.execute(
        database,
      );
      await sql`
        delete from sign_in.failed_attempt where id = (
          select id from sign_in.failed_attempt where kind = 'address' and subject = ${subjects.address} order by at desc limit 1
        )
      `.execute(database);
    },
  };
}
