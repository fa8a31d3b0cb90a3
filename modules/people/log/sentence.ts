/** An event as one sentence in the reader's language. What another module does has its sentence in the same file of words. */
import { sayPlace } from "../place.ts";
import type { EventLine } from "./present.ts";

/** A translator of all words, asked for keys that only the log knows. */
interface Words {
  (key: string, values?: Record<string, string>): string;
  has(key: string): boolean;
}

export function sentenceOfEvent(translator: unknown, { action, kind, facts }: EventLine): string {
  const t = translator as Words;
  const roleKey = `people.role-as.${facts.role}`;
  const told = {
    ...facts,
    role: t.has(roleKey) ? t(roleKey) : (facts.role ?? ""),
    where: sayPlace(t, {
      school: facts.school || null,
      grade: facts.grade ?? null,
      section: facts.section || null,
      team: facts.team || null,
    }),
    subject: facts.subject || t("events.unnamed"),
  };
  const key = `events.action.${action}`;
  return t.has(key) ? t(key, told) : t("events.other", { action, kind });
}
