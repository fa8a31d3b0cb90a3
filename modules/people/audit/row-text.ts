/**
 * How a row of a log becomes text and a link of its chain: exactly as migration 0014b says it, written a second time, so that
 * whoever checks the chain does not ask the database whether the database is right.
 */
import { createHash } from "node:crypto";

export const LOGS = ["event", "look"] as const;
export type Log = (typeof LOGS)[number];

/** Before the first link. */
export const NO_HASH = "0".repeat(64);

/** The fields in their order. Each is a text or null: a time as "2026-11-20T15:00:00.123456Z", JSON as PostgreSQL writes it. */
export const FIELDS = {
  event: ["districtId", "id", "at", "personId", "action", "subjectKind", "subjectId", "because", "before", "after"],
  look: ["districtId", "id", "at", "personId", "asPersonId", "through", "address", "students", "because"],
} as const satisfies Record<Log, readonly string[]>;

export type RowFields = Readonly<Record<string, string | null>>;

export const rowText = (log: Log, row: RowFields): string =>
  [log, ...FIELDS[log].map((name) => row[name] ?? null)].map(field).join("");

const field = (value: string | null): string =>
  value === null ? "-\n" : `${Buffer.byteLength(value, "utf8")}:${value}\n`;

export const linkHash = (before: string, n: number, text: string): string =>
  createHash("sha256").update(`${before}\n${n}\n${text}`, "utf8").digest("hex");
