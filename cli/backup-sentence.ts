/** What is wrong with a backup, and what to do, in one or two sentences. */
import type { RestoreProblem } from "#platform/db/backup/restore-backup.ts";
import type { WriteProblem } from "#platform/db/backup/write-backup.ts";
import { databaseSentence } from "./database-sentence.ts";

export function backupSentence(problem: WriteProblem, file: string): string {
  switch (problem.kind) {
    case "no-space":
      return `There is not enough space for ${file}. Nothing was written; an older backup there is as it was.`;
    case "not-writable":
      return `${file} cannot be written (${problem.code}). Name another place, or give this account the right to write there.`;
    case "nothing-there":
      return "The database is new and holds nothing to back up.";
  }
}

const UNTOUCHED = "Nothing was changed.";

export function restoreSentence(problem: RestoreProblem, file: string): string {
  switch (problem.kind) {
    case "not-readable":
      return problem.code === "ENOENT"
        ? `There is no file ${file}. ${UNTOUCHED}`
        : `${file} cannot be read (${problem.code}). ${UNTOUCHED}`;
    case "not-a-backup":
      return `${file} is not a backup that Guidepost made. ${UNTOUCHED} A backup is what \`guidepost backup FILE\` writes.`;
    case "newer-format":
      return `${file} was written by a newer Guidepost, in a way that this one does not know (format ${problem.format}). ${UNTOUCHED} Restore it with that version or a newer one.`;
    case "backup-newer":
      return `${file} was written by a newer Guidepost (${problem.program}; this one does not know ${problem.unknown.join(", ")}). ${UNTOUCHED} Restore it with that version or a newer one.`;
    case "cut":
      return `${file} is cut off: its end is missing. ${UNTOUCHED} Copy it again, or take the backup before it.`;
    case "damaged":
      return `${file} is damaged: it does not hold what was written into it. ${UNTOUCHED} Copy it again, or take the backup before it.`;
    case "inconsistent":
      return `The rows of ${file} contradict each other (${problem.constraint}). ${UNTOUCHED} Take the backup before it, and tell the makers of Guidepost.`;
    case "not-empty":
      return `The database is not empty, and a restore would mix two districts' records. ${UNTOUCHED} Restore into a new data folder (DATA_DIR) or a new database (DATABASE_URL).`;
    case "no-space":
      return `There is not enough space for what ${file} holds. ${UNTOUCHED}`;
    case "database-newer":
    case "may-not-migrate":
      return databaseSentence(problem);
  }
}
