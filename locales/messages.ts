/** Every word the product says, in English and Spanish: ICU messages, one file per module. Both languages are complete. */
import enCommon from "./en/common.json" with { type: "json" };
import enPeople from "./en/people.json" with { type: "json" };
import enPolicy from "./en/policy.json" with { type: "json" };
import esCommon from "./es/common.json" with { type: "json" };
import esPeople from "./es/people.json" with { type: "json" };
import esPolicy from "./es/policy.json" with { type: "json" };

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const en = { common: enCommon, people: enPeople, policy: enPolicy };
export type Messages = typeof en;

const es: Messages = { common: esCommon, people: esPeople, policy: esPolicy };

export const MESSAGES: Record<Language, Messages> = { en, es };
