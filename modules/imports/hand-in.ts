/**
 * Files become an import: their bytes are put away in pieces, then one transaction says that they are a set on its way. Whatever
 * ends before that leaves no import, and its pieces are swept away later (`sweepPieces`).
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import { brokenConstraint } from "#platform/db/constraint.ts";
import type { Desk, WriteTx } from "#platform/db/desk.ts";
import { openZip, type ZipLimits } from "#platform/files/zip.ts";
import type { ImportDefinition } from "./definition.ts";
import type { Came, Problem } from "./domain.ts";
import { mayKeepImport } from "./policy.ts";
import { addPiece, PIECE } from "./stored-file.ts";
import { moveTo } from "./work.ts";

export interface Incoming {
  name: string;
  pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What a zip of exports may cost; far above the largest district, far below what fills a disk. */
const ZIP: ZipLimits = { totalBytes: 2e9, entryBytes: 1e9, entries: 200, depth: 4, ratio: 300 };
const MOST_FILES = 50;

export type HandInProblem =
  | Problem
  | { because: "not-allowed" }
  /** Another of its kind is on its way. */
  | { because: "one-at-a-time"; importId: string; by: string | null; at: Date };

export interface HandedIn {
  definition: ImportDefinition;
  came: Came;
  files: readonly Incoming[];
  /** Publish without a person, if the bounds hold; or past them, for a reason. */
  publish?: { override: string | null };
}

/** The id of the import, which waits for its work to be done (`advance`). */
export async function handInFiles(desk: Desk, actor: Actor, handed: HandedIn): Promise<Result<string, HandInProblem>> {
  const { definition, files } = handed;
  const { districtId } = actor;
  const { students, kind } = definition;
  if (!mayKeepImport(actor, { districtId, students }).allowed) return refuse({ because: "not-allowed" });
  const other = await findOpen(desk, districtId, kind);
  if (other !== null) return refuse({ because: "one-at-a-time", ...other });

  const stored: Stored[] = [];
  const shelf = new Shelf(desk, districtId, students);
  for (const file of files) {
    const done = /\.zip$/i.test(file.name)
      ? await unpack(shelf, file, stored)
      : ok(stored.push(await shelf.store(file)));
    if (!done.ok) return done;
    if (stored.length > MOST_FILES) return refuse({ because: "files-too-many", values: { limit: MOST_FILES } });
  }
  if (stored.length === 0) return refuse({ because: "nothing-handed-in" });
  const empty = stored.find(({ size }) => size === 0);
  if (empty !== undefined) return refuse({ because: "empty", file: empty.name });
  try {
    return await desk.write((tx) => addImport(tx, actor, handed, stored));
  } catch (error) {
    if (brokenConstraint(error) !== "import_open") throw error;
    const won = await findOpen(desk, districtId, kind);
    return won === null ? refuse({ because: "nothing-handed-in" }) : refuse({ because: "one-at-a-time", ...won });
  }
}

interface Stored {
  id: string;
  name: string;
  size: number;
  sha256: string;
}

/** Puts bytes away, a piece at a time, each in a transaction of its own. */
class Shelf {
  readonly #desk: Desk;
  readonly #of: { districtId: string; students: boolean };

  constructor(desk: Desk, districtId: string, students: boolean) {
    this.#desk = desk;
    this.#of = { districtId, students };
  }

  async store({ name, pieces }: Incoming): Promise<Stored> {
    const file = this.begin(name);
    for await (const piece of pieces()) await file.take(piece);
    return file.end();
  }

  begin(name: string) {
    const id = uuidv7();
    const hash = createHash("sha256");
    let [held, heldBytes, n, size] = [[] as Uint8Array[], 0, 0, 0];
    const put = async (): Promise<void> => {
      const bytes = Buffer.concat(held);
      [held, heldBytes] = [[], 0];
      await this.#desk.write(async (tx) => ok(await addPiece(tx, { ...this.#of, fileId: id, n: ++n, bytes })));
    };
    return {
      take: async (piece: Uint8Array): Promise<void> => {
        hash.update(piece);
        size += piece.length;
        for (let at = 0; at < piece.length; ) {
          const part = piece.subarray(at, at + PIECE - heldBytes);
          held.push(part);
          heldBytes += part.length;
          at += part.length;
          if (heldBytes === PIECE) await put();
        }
      },
      end: async (): Promise<Stored> => {
        if (heldBytes > 0) await put();
        return { id, name: name.slice(-300), size, sha256: hash.digest("hex") };
      },
    };
  }
}

async function unpack(shelf: Shelf, file: Incoming, stored: Stored[]): Promise<Result<number, Problem>> {
  const parts: Uint8Array[] = [];
  for await (const piece of file.pieces()) parts.push(piece);
  const zip = await openZip(Buffer.concat(parts), ZIP);
  if (!zip.ok) return refuse(zipProblem(file.name, zip.problem));
  const names = zip.value.names.filter((name) => !/(^|\/)(\.|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i.test(name));
  if (names.length === 0) return refuse({ because: "zip-empty", file: file.name });
  for (const name of names) {
    const entry = shelf.begin(name);
    const poured = await zip.value.pour(name, entry.take);
    if (!poured.ok) return refuse(zipProblem(file.name, poured.problem));
    stored.push(await entry.end());
  }
  return ok(stored.length);
}

function zipProblem(file: string, { kind, ...values }: { kind: string; entry?: string; limit?: number }): Problem {
  return { because: `zip-${kind}`, file, values };
}

async function addImport(tx: WriteTx, actor: Actor, handed: HandedIn, stored: readonly Stored[]) {
  const { definition, came, publish } = handed;
  const { districtId } = actor;
  const { kind, students } = definition;
  const importId = uuidv7();
  const personId = actor.person?.id ?? null;
  const asked = publish && {
    publishAskedAt: sql<Date>`now()`,
    publishAskedBy: personId,
    overrideReason: publish.override,
  };
  await tx
    .insertInto("imports.import")
    .values({ districtId, id: importId, kind, students, came, personId, ...asked })
    .execute();
  const files = stored.map((file, at) => ({ ...file, districtId, importId, students, n: at + 1 }));
  await tx.insertInto("imports.file").values(files).execute();
  await moveTo(tx, { districtId, importId }, "uploaded", { personId });
  const names = stored.map(({ name }) => name);
  const subject = { kind: "import", id: importId };
  await writeEvent(tx, actor, { action: "hand-in-import", subject, after: { kind, came, files: names } });
  return ok(importId);
}

async function findOpen(desk: Desk, districtId: string, kind: string) {
  const row = await desk.read((tx) =>
    tx
      .selectFrom("imports.import as import")
      .leftJoin("people.person as person", (join) =>
        join.onRef("person.districtId", "=", "import.districtId").onRef("person.id", "=", "import.personId"),
      )
      .select(["import.id as importId", "person.name as by", "import.handedInAt as at"])
      .where("import.districtId", "=", districtId)
      .where("import.kind", "=", kind)
      .where("import.state", "in", ["uploaded", "mapped", "checked", "rehearsed"])
      .executeTakeFirst(),
  );
  return row ?? null;
}
