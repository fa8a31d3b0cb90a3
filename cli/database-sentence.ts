/** What is wrong with a database or data folder, and what to do, in one or two sentences. */
import type { InstallationProblem } from "#platform/installation.ts";

export function databaseSentence(problem: InstallationProblem): string {
  switch (problem.kind) {
    case "folder-not-writable":
      return `The data folder ${problem.folder} cannot be written (${problem.code}). Give this account the right to write there, or set DATA_DIR to another folder.`;
    case "secret-too-short":
      return `The file ${problem.file} should hold the installation's secret, and is too short for one. Delete it: the next start makes another, and everyone signs in again.`;
    case "folder-held":
      return `Another Guidepost already works in ${problem.folder}${problem.process ? ` (process ${problem.process})` : ""}. Stop that one first, or set DATA_DIR to another folder.`;
    case "not-openable":
      return `The embedded database in ${problem.folder} cannot be opened: its files are damaged, or were made by another version. They were left as they are. Set DATA_DIR to a new folder and restore the latest backup there (guidepost restore FILE).`;
    case "not-reachable":
      return `The database at ${problem.place} does not answer (${problem.code}). Check DATABASE_URL, that PostgreSQL runs, and that this machine may reach it.`;
    case "too-old":
      return `The database is PostgreSQL ${problem.version}; Guidepost needs 15 or newer (150000).`;
    case "database-newer":
      return `The database was last used by a newer Guidepost (it has ${problem.unknown.join(", ")}). Nothing was changed: start the newer program, or restore a backup made before the update.`;
    case "may-not-migrate":
      return `PostgreSQL does not let this login prepare the database (${problem.because}). Nothing was changed. The login must own the database, and either may create roles or is granted the three that an administrator makes: create role guidepost_app; create role guidepost_sign_in; create role guidepost_backup; grant guidepost_app, guidepost_sign_in, guidepost_backup to the login.`;
  }
}
