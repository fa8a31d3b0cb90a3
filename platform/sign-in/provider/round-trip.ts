/**
 * What the browser takes along to a provider and must bring back: sealed, in a cookie of this browser alone, for ten minutes. So an
 * answer that was begun in another browser opens nothing here, and leaving writes nothing into the database.
 */
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { openSealing } from "../sealing.ts";

const RoundTripSchema = z.object({
  districtId: z.string(),
  providerId: z.string(),
  intent: z.enum(["sign-in", "test"]),
  /** Who was signed in when it began; a test is theirs alone. */
  accountId: z.string().nullable(),
  /** Where to go on to, in here. */
  to: z.string(),
  expiresAt: z.number(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** SAML: the request that must be answered. */
  requestId: z.string(),
});
export type RoundTrip = z.infer<typeof RoundTripSchema>;

export const ROUND_TRIP_MINUTES = 10;
const COOKIE = "guidepost.round_trip";

export interface RoundTrips {
  /** The cookie to set. */
  begin(trip: Omit<RoundTrip, "expiresAt">, now: Date): Promise<string>;
  /** What this browser left with; null if nothing, or too long ago. */
  find(cookies: string, now: Date): Promise<RoundTrip | null>;
  /** The cookie that takes it away: a trip is made once. */
  end(): string;
}

export function openRoundTrips(secret: string, secure: boolean): RoundTrips {
  const sealing = openSealing(secret, "round-trip");
  const cookie = (value: string, seconds: number) =>
    `${COOKIE}=${value}; Path=/sign-on; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    begin: async (trip, now) => {
      const expiresAt = now.getTime() + ROUND_TRIP_MINUTES * 60_000;
      return cookie(await sealing.seal(JSON.stringify({ ...trip, expiresAt })), ROUND_TRIP_MINUTES * 60);
    },
    find: async (cookies, now) => {
      const value = new RegExp(`(?:^|;\\s*)${COOKIE.replace(".", "\\.")}=([0-9a-f]+)`).exec(cookies)?.[1];
      const opened = value === undefined ? null : await sealing.open(value);
      if (opened === null) return null;
      const read = RoundTripSchema.safeParse(JSON.parse(opened));
      return read.success && read.data.expiresAt > now.getTime() ? read.data : null;
    },
    end: () => cookie("", 0),
  };
}

/** Compares without telling by its time how much was right. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
