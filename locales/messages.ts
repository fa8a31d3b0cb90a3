/** Every word the product says, in English and Spanish: ICU messages, one file per module. Both languages are complete. */
import enCommon from "./en/common.json" with { type: "json" };
import enDocument from "./en/document.json" with { type: "json" };
import enPeople from "./en/people.json" with { type: "json" };
import enPlan from "./en/plan.json" with { type: "json" };
import enPolicy from "./en/policy.json" with { type: "json" };
import enReview from "./en/review.json" with { type: "json" };
import esCommon from "./es/common.json" with { type: "json" };
import esDocument from "./es/document.json" with { type: "json" };
import esPeople from "./es/people.json" with { type: "json" };
import esPlan from "./es/plan.json" with { type: "json" };
import esPolicy from "./es/policy.json" with { type: "json" };
import esReview from "./es/review.json" with { type: "json" };

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const en = {
  common: enCommon,
  people: enPeople,
  document: enDocument,
  plan: enPlan,
  review: enReview,
  policy: enPolicy,
};
export type Messages = typeof en;

const es: Messages = {
  common: esCommon,
  people: esPeople,
  document: esDocument,
  plan: esPlan,
  review: esReview,
  policy: esPolicy,
};

export const MESSAGES: Record<Language, Messages> = { en, es };
