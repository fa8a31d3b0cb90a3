import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { systemClock } from "#platform/clock/clock.ts";
import { checkBackup } from "#platform/db/backup/read-backup.ts";
import { writeBackup } from "#platform/db/backup/write-backup.ts";
import { backupSentence } from "../backup-sentence.ts";
import { type Command, done, misused, refused, unusable } from "../command.ts";
import { countedRows } from "../counted-rows.ts";
import { PROGRAM } from "../program.ts";
import { withDatabase } from "../with-installation.ts";

export const backupCommand: Command = {
  name: "backup",
  takes: "FILE",
  summary: "write everything into one file, also while the program runs",
  more: `The file can be restored into either kind of database, by this version or a newer one. It holds everything but the
sessions of those signed in: keep it where only you can read it. An older backup of the same name is replaced once the new one
is whole. The installation's secret (SECRET, or the file "secret" in the data folder) is not in it, and is not needed.`,
  options: {},
  describes: {},
  run: async (told) => {
    const [name, ...others] = told.words;
    if (name === undefined || others.length > 0) return misused("Say where to: guidepost backup FILE");
    const file = resolve(name);
    if (await isSomethingElse(file)) {
      return refused(`${file} is there already and is not a backup. Nothing was changed: name another file.`, {
        kind: "not-a-backup",
      });
    }
    return withDatabase(told, async (database) => {
      const written = await writeBackup(database, file, { program: PROGRAM.version, at: systemClock.now() });
      if (!written.ok) return unusable(backupSentence(written.problem, file), written.problem);
      const { rows, sha256 } = written.value;
      const { size } = await stat(file);
      return done(`${countedRows(rows)} are in ${file} (${Math.ceil(size / 1024)} kB).`, { file, size, rows, sha256 });
    });
  },
};

/** A slip of the hand must not replace a document by a backup. */
async function isSomethingElse(file: string): Promise<boolean> {
  const there = await stat(file).catch(() => null);
  if (there === null) return false;
  if (!there.isFile()) return true;
  const checked = await checkBackup(file);
  return !checked.ok && checked.problem.kind === "not-a-backup";
}
