/** A translator speaks one language for ever: there is no current language anywhere. */
import type {} from "use-intl";
import { createTranslator } from "use-intl/core";
import { LANGUAGES, type Language, MESSAGES, type Messages } from "./messages.ts";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

const make = (language: Language) =>
  createTranslator({
    locale: language,
    messages: MESSAGES[language],
    onError: (error) => {
      throw error;
    },
  });

export type Translator = ReturnType<typeof make>;

/** Making one reads every message; each language needs it once. */
const translators = new Map<Language, Translator>();

export function translatorIn(language: Language): Translator {
  const known = translators.get(language);
  if (known) return known;
  const made = make(language);
  translators.set(language, made);
  return made;
}

/** The reader's language: what they chose here before, else what their browser asks for first that we speak, else the district's. */
export function chooseLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null,
  fallback: Language,
): Language {
  const spoken = (tag: string): Language | undefined =>
    LANGUAGES.find((each) => each === tag.trim().slice(0, 2).toLowerCase());
  if (chosen && spoken(chosen)) return spoken(chosen) as Language;
  const wished = (acceptLanguage ?? "")
    .split(",")
    .map((part) => part.split(";q="))
    .map(([tag = "", q = "1"]) => ({ tag, q: Number(q) || 0 }))
    .sort((one, other) => other.q - one.q);
  for (const { tag } of wished) {
    const language = spoken(tag);
    if (language) return language;
  }
  return fallback;
}
