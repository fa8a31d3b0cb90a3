/** Reads a backup back, line by line, and says whether it is whole before anything is done with it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type BackupEnd, type BackupHeader, headerOf, lineOf } from "./format.ts";

export type BackupProblem =
  | { kind: "not-readable"; code: string }
  | { kind: "not-a-backup" }
  | { kind: "newer-format"; format: number }
  /** The end is missing. */
  | { kind: "cut" }
  /** Not what was written: some byte has changed. */
  | { kind: "damaged" };

export interface BackupContents {
  header: BackupHeader;
  end: BackupEnd;
  /** Unpacked. */
  bytes: number;
}

/** Reads the whole file once. `ok` means: every byte is as it was written. */
export async function checkBackup(file: string): Promise<Result<BackupContents, BackupProblem>> {
  let header: BackupHeader | null = null;
  let end: BackupEnd | null = null;
  let bytes = 0;
  let table: string | null = null;
  const rows: Record<string, number> = {};
  const hash = createHash("sha256");
  try {
    for await (const line of linesOf(file)) {
      bytes += line.length + 1;
      if (header === null) {
        const reading = headerOf(line);
        if (reading.kind === "newer") return refuse({ kind: "newer-format", format: reading.format });
        if (reading.kind === "none") return refuse({ kind: "not-a-backup" });
        header = reading.header;
        hash.update(line).update("\n");
        continue;
      }
      const read = lineOf(line);
      if (read === null || end !== null) return refuse({ kind: "damaged" });
      if (read.kind === "end") {
        end = read.end;
        continue;
      }
      hash.update(line).update("\n");
      if (read.kind === "table") {
        table = read.table;
        rows[table] = 0;
      } else if (table === null) return refuse({ kind: "damaged" });
      else if (read.kind === "row") rows[table] = (rows[table] ?? 0) + 1;
    }
  } catch (error) {
    return refuse(problemOf(error, header !== null));
  }
  if (header === null) return refuse({ kind: "not-a-backup" });
  if (end === null) return refuse({ kind: "cut" });
  const isWhole = hash.digest("hex") === end.sha256 && JSON.stringify(rows) === JSON.stringify(end.rows);
  return isWhole ? ok({ header, end, bytes }) : refuse({ kind: "damaged" });
}

function problemOf(error: unknown, began: boolean): BackupProblem {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") return { kind: began ? "cut" : "not-a-backup" };
  if (code.startsWith("Z_")) return { kind: began ? "damaged" : "not-a-backup" };
  if (syscall !== undefined) return { kind: "not-readable", code };
  throw error;
}

/** The lines of the unpacked file, without their ends. One is held at a time. */
export async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  let begun: Buffer[] = [];
  try {
    for await (const chunk of source.pipe(unpacked) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, at)]);
        begun = [];
        from = at + 1;
      }
      if (from < chunk.length) begun.push(chunk.subarray(from));
    }
    if (begun.length > 0) yield Buffer.concat(begun);
  } finally {
    source.destroy();
  }
}
