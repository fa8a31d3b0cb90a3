import { statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { checkBackup } from "#platform/db/backup/read-backup.ts";
import { restoreBackup } from "#platform/db/backup/restore-backup.ts";
import { restoreSentence } from "../backup-sentence.ts";
import { type Command, done, misused, refused } from "../command.ts";
import { countedRows } from "../counted-rows.ts";
import { withDatabase } from "../with-installation.ts";

/** Tables, their indexes and the log of changes take more room than the rows alone. */
const ROOM_PER_BYTE = 4;

export const restoreCommand: Command = {
  name: "restore",
  takes: "FILE",
  summary: "put a backup into an empty database: all of it, or nothing",
  more: `The database is that of DATABASE_URL, or the embedded one in DATA_DIR; it must be new, or hold no district and no account.
Restore before the first start, which would load the sample district. A backup of an older version is brought up to date.`,
  options: {},
  describes: {},
  run: async (told) => {
    const [name, ...others] = told.words;
    if (name === undefined || others.length > 0) return misused("Say what to restore: guidepost restore FILE");
    const file = resolve(name);
    const checked = await checkBackup(file);
    if (!checked.ok) return refused(restoreSentence(checked.problem, file), checked.problem);
    return withDatabase(told, async (database, { databaseUrl, dataDir }) => {
      if (databaseUrl === null && (await freeBytes(dataDir)) < checked.value.bytes * ROOM_PER_BYTE) {
        return refused(restoreSentence({ kind: "no-space" }, file), { kind: "no-space" });
      }
      const restored = await restoreBackup(database, file, checked.value);
      if (!restored.ok) return refused(restoreSentence(restored.problem, file), restored.problem);
      const { header, end } = checked.value;
      const text = `${countedRows(end.rows)} of ${header.at.slice(0, 10)} are in the ${database.engine} database.`;
      return done(text, { ...header, rows: end.rows });
    });
  },
};

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
