/** How the end of a chain is written where people keep it, and read again: "event:57:ab12…". Pure. */
import type { Place } from "./queries.ts";
import { LOGS, type Log } from "./row-text.ts";

export const noteOf = (log: Log, { n, hash }: Place): string => `${log}:${n}:${hash}`;

/** Several notes are told apart by commas or space. Null: this is no such note. */
export function readNotes(said: string): Map<Log, Place> | null {
  const notes = new Map<Log, Place>();
  for (const note of said.split(/[\s,]+/).filter(Boolean)) {
    const [, log, n, hash] = /^([a-z]+):(\d{1,15}):([0-9a-f]{64})$/.exec(note.toLowerCase()) ?? [];
    const known = LOGS.find((each) => each === log);
    if (known === undefined || n === undefined || hash === undefined || notes.has(known)) return null;
    notes.set(known, { n: Number(n), hash });
  }
  return notes.size === 0 ? null : notes;
}
