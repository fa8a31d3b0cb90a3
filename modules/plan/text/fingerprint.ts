/** The seal of a version: SHA-256 of its text in one canonical form, the same on every machine and for ever. */
import { createHash } from "node:crypto";
import type { VersionText } from "./version-text.ts";

/** 64 small hexadecimal digits. */
export const fingerprintOf = (text: VersionText): string =>
  createHash("sha256").update(canonicalJson(text), "utf8").digest("hex");

/**
 * JSON in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, the keys of objects sorted by UTF-16 code units,
 * strings and numbers as ECMAScript writes them. Unpaired surrogates, which no UTF-8 can say, throw.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError("a text with half a character has no canonical form");
    return JSON.stringify(value);
  }
  if (value === null || typeof value !== "object") {
    if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) {
      throw new TypeError(`${String(value)} has no canonical form`);
    }
    return JSON.stringify(value);
  }
  const keys = Object.keys(value).sort();
  const record = value as Record<string, unknown>;
  return `{${keys.map((key) => `${canonicalJson(key)}:${canonicalJson(record[key])}`).join(",")}}`;
}
