/**
 * A backup is one gzip file of lines. A row is a line as the database writes it (`to_jsonb`), and is never parsed on its way; the
 * lines between are arrays:
 *
 *     ["guidepost-backup", { format, program, engine, at, migrations }]
 *     ["table", "plan.document"]
 *     {"id": …, "name": …, "bytes": 4500000}
 *     ["bytes", "bytes", "base64 …"]
 *     ["bytes", "bytes", "base64 …"]
 *     ["end", { rows: { "plan.document": 1 }, sha256 }]
 *
 * Of a column of bytes a row says how many there are, and the bytes follow in pieces, so that no document is held as text.
 * `sha256` is that of every byte before the last line. A file without its last line was cut.
 */
import { z } from "zod";

export const BACKUP_FORMAT = 1;

const HeaderSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** Of the program that wrote it. */
  program: z.string(),
  engine: z.enum(["embedded", "postgres"]),
  at: z.iso.datetime(),
  /** Those that its tables had, in order. */
  migrations: z.array(z.string()).min(1),
});
export type BackupHeader = z.infer<typeof HeaderSchema>;

const TableName = z.string().regex(/^[a-z_]+\.[a-z_]+$/);
const EndSchema = z.object({ rows: z.record(TableName, z.int().min(0)), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type BackupEnd = z.infer<typeof EndSchema>;

const MARK = "guidepost-backup";

export const headerLine = (header: BackupHeader): string => `${JSON.stringify([MARK, header])}\n`;
export const tableLine = (table: string): string => `${JSON.stringify(["table", table])}\n`;
export const endLine = (end: BackupEnd): string => `${JSON.stringify(["end", end])}\n`;

export const bytesLine = (column: string, base64: string): string => `["bytes","${column}","${base64}"]\n`;

export type Line =
  | { kind: "row" }
  | { kind: "bytes"; column: string; piece: Buffer }
  | { kind: "table"; table: string }
  | { kind: "end"; end: BackupEnd };

const CLOSING_BRACE = 0x7d;
const OPENING_BRACE = 0x7b;

/** What a line after the first is, or null if it is none of ours. */
export function lineOf(line: Buffer): Line | null {
  if (line[0] === OPENING_BRACE) return line.at(-1) === CLOSING_BRACE ? { kind: "row" } : null;
  const [kind, said, more] = parse(line) ?? [];
  if (kind === "bytes") {
    return typeof said === "string" && typeof more === "string"
      ? { kind: "bytes", column: said, piece: Buffer.from(more, "base64") }
      : null;
  }
  const table = kind === "table" ? TableName.safeParse(said) : null;
  if (table?.success) return { kind: "table", table: table.data };
  const end = kind === "end" ? EndSchema.safeParse(said) : null;
  return end?.success ? { kind: "end", end: end.data } : null;
}

export type HeaderReading =
  | { kind: "header"; header: BackupHeader }
  | { kind: "newer"; format: number }
  | { kind: "none" };

/** What the first line says. */
export function headerOf(line: Buffer): HeaderReading {
  const [mark, said] = parse(line) ?? [];
  if (mark !== MARK) return { kind: "none" };
  const format = z.object({ format: z.int() }).safeParse(said);
  if (format.success && format.data.format > BACKUP_FORMAT) return { kind: "newer", format: format.data.format };
  const header = HeaderSchema.safeParse(said);
  return header.success ? { kind: "header", header: header.data } : { kind: "none" };
}

function parse(line: Buffer): unknown[] | null {
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
