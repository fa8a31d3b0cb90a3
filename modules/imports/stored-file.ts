/** The files of a set as they are kept while it is on its way: their bytes in pieces, and what was found out about them. */
import { sql } from "kysely";
import type { Desk, ReadTx, WriteTx } from "#platform/db/desk.ts";
import type { MatchedColumns } from "./file/columns.ts";
import type { Pieces } from "./file/encoding.ts";
import type { Reading } from "./file/records.ts";

/** Bytes of one piece: one parameter of one statement. */
export const PIECE = 512 * 1024;

export interface FileFacts extends Reading, MatchedColumns {
  /** It does not end with a line break: if it was cut, its last cell may be short. */
  endsOpen: boolean;
  hasRows: boolean;
}

/** Where the declared columns stand, in the file's order: of a refused row only these are kept, as the others may be anything. */
export const keptColumns = ({ at }: Pick<FileFacts, "at">): number[] =>
  at.filter((place) => place !== -1).sort((one, other) => one - other);

export interface StoredFile {
  id: string;
  n: number;
  name: string;
  source: string | null;
  size: number;
  facts: FileFacts;
  stagedTo: number;
  /** The last line, once all is staged. */
  lines: number | null;
  linesGuessed: number;
}

/** Each piece by a transaction of its own, so that no one waits for a large file. */
export async function* piecesOf(desk: Desk, districtId: string, { id }: Pick<StoredFile, "id">): Pieces {
  for (let n = 1; ; n++) {
    const bytes = await desk.read(async (tx) => {
      const { rows } = await sql<{ bytes: Buffer }>`
        select bytes from imports.file_part where district_id = ${districtId} and file_id = ${id} and n = ${n}
      `.execute(tx);
      return rows[0]?.bytes;
    });
    if (bytes === undefined) return;
    yield bytes;
  }
}

export async function addPiece(
  tx: WriteTx,
  piece: { districtId: string; fileId: string; n: number; students: boolean; bytes: Buffer },
): Promise<void> {
  await tx.insertInto("imports.filePart").values(piece).execute();
}

export async function listFiles(tx: ReadTx, districtId: string, importId: string): Promise<StoredFile[]> {
  const rows = await tx
    .selectFrom("imports.file")
    .select(["id", "n", "name", "source", "size", "facts", "stagedTo", "lines"])
    .where("districtId", "=", districtId)
    .where("importId", "=", importId)
    .orderBy("n")
    .execute();
  return rows.map((row) => {
    const size = Number(row.size);
    return {
      ...row,
      size,
      facts: row.facts as unknown as FileFacts,
      linesGuessed: Math.max(row.stagedTo, Math.ceil(size / 80)),
    };
  });
}
