/** Opens the installation that the settings name, for one command, and closes it again. */
import { fileURLToPath } from "node:url";
import { readSettings, type Settings } from "#platform/config/settings.ts";
import { connectDatabase, type Database } from "#platform/db/database.ts";
import { type Installation, openInstallation } from "#platform/installation.ts";
import { type Answer, type Told, unusable } from "./command.ts";
import { databaseSentence } from "./database-sentence.ts";

/** Relative folders in settings are relative to the program, so that it finds its data wherever it is called from. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

export async function withSettings(told: Told, work: (settings: Settings) => Promise<Answer>): Promise<Answer> {
  const settings = readSettings(told.environment, ROOT);
  if (settings.ok) return work(settings.value);
  const sentences = settings.problem.map((problem) => problem.sentence);
  return { ...unusable(sentences.join("\n"), { kind: "settings" }), code: 2 };
}

/** `alone`: refuse if a server works in the same data folder, instead of working through it. */
export function withInstallation(
  told: Told,
  work: (installation: Installation) => Promise<Answer>,
  alone = false,
): Promise<Answer> {
  return withSettings(told, async (settings) => {
    const opened = await openInstallation(settings, !alone);
    if (!opened.ok) return unusable(databaseSentence(opened.problem), opened.problem);
    try {
      return await work(opened.value);
    } finally {
      await opened.value.close();
    }
  });
}

/** The database as it is, migrated or not: for backup, restore and doctor, which must not change what they look at. */
export const connectAsIs = (settings: Settings) => connectDatabase(settings, true);

export function withDatabase(
  told: Told,
  work: (database: Database, settings: Settings) => Promise<Answer>,
): Promise<Answer> {
  return withSettings(told, async (settings) => {
    const opened = await connectAsIs(settings);
    if (!opened.ok) return unusable(databaseSentence(opened.problem), opened.problem);
    try {
      return await work(opened.value, settings);
    } finally {
      await opened.value.close();
    }
  });
}
