/** Every word the product says, in English and Spanish: ICU messages, one file per module. Both languages are complete. */

import enAccessibility from "./en/accessibility.json" with { type: "json" };
import enAccount from "./en/account.json" with { type: "json" };
import enAdoption from "./en/adoption.json" with { type: "json" };
import enComment from "./en/comment.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enDistrict from "./en/district.json" with { type: "json" };
import enDocument from "./en/document.json" with { type: "json" };
import enDraft from "./en/draft.json" with { type: "json" };
import enEvents from "./en/events.json" with { type: "json" };
import enHome from "./en/home.json" with { type: "json" };
import enImports from "./en/imports.json" with { type: "json" };
import enLooks from "./en/looks.json" with { type: "json" };
import enOneRoster from "./en/one-roster.json" with { type: "json" };
import enPeople from "./en/people.json" with { type: "json" };
import enPlan from "./en/plan.json" with { type: "json" };
import enPlanFile from "./en/plan-file.json" with { type: "json" };
import enPolicy from "./en/policy.json" with { type: "json" };
import enReading from "./en/reading.json" with { type: "json" };
import enRegister from "./en/register.json" with { type: "json" };
import enReview from "./en/review.json" with { type: "json" };
import enRoster from "./en/roster.json" with { type: "json" };
import enSecondFactor from "./en/second-factor.json" with { type: "json" };
import enSignOn from "./en/sign-on.json" with { type: "json" };
import enStanding from "./en/standing.json" with { type: "json" };
import esAccessibility from "./es/accessibility.json" with { type: "json" };
import esAccount from "./es/account.json" with { type: "json" };
import esAdoption from "./es/adoption.json" with { type: "json" };
import esComment from "./es/comment.json" with { type: "json" };
import esCommon from "./es/common.json" with { type: "json" };
import esDistrict from "./es/district.json" with { type: "json" };
import esDocument from "./es/document.json" with { type: "json" };
import esDraft from "./es/draft.json" with { type: "json" };
import esEvents from "./es/events.json" with { type: "json" };
import esHome from "./es/home.json" with { type: "json" };
import esImports from "./es/imports.json" with { type: "json" };
import esLooks from "./es/looks.json" with { type: "json" };
import esOneRoster from "./es/one-roster.json" with { type: "json" };
import esPeople from "./es/people.json" with { type: "json" };
import esPlan from "./es/plan.json" with { type: "json" };
import esPlanFile from "./es/plan-file.json" with { type: "json" };
import esPolicy from "./es/policy.json" with { type: "json" };
import esReading from "./es/reading.json" with { type: "json" };
import esRegister from "./es/register.json" with { type: "json" };
import esReview from "./es/review.json" with { type: "json" };
import esRoster from "./es/roster.json" with { type: "json" };
import esSecondFactor from "./es/second-factor.json" with { type: "json" };
import esSignOn from "./es/sign-on.json" with { type: "json" };
import esStanding from "./es/standing.json" with { type: "json" };

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const en = {
  common: enCommon,
  people: enPeople,
  imports: enImports,
  oneRoster: enOneRoster,
  document: enDocument,
  plan: enPlan,
  planFile: enPlanFile,
  review: enReview,
  policy: enPolicy,
  account: enAccount,
  accessibility: enAccessibility,
  district: enDistrict,
  events: enEvents,
  looks: enLooks,
  home: enHome,
  draft: enDraft,
  adoption: enAdoption,
  register: enRegister,
  reading: enReading,
  comment: enComment,
  signOn: enSignOn,
  standing: enStanding,
  roster: enRoster,
  secondFactor: enSecondFactor,
};
export type Messages = typeof en;

const es: Messages = {
  common: esCommon,
  people: esPeople,
  imports: esImports,
  oneRoster: esOneRoster,
  document: esDocument,
  plan: esPlan,
  planFile: esPlanFile,
  review: esReview,
  policy: esPolicy,
  account: esAccount,
  accessibility: esAccessibility,
  district: esDistrict,
  events: esEvents,
  looks: esLooks,
  home: esHome,
  draft: esDraft,
  adoption: esAdoption,
  register: esRegister,
  reading: esReading,
  comment: esComment,
  signOn: esSignOn,
  standing: esStanding,
  roster: esRoster,
  secondFactor: esSecondFactor,
};

export const MESSAGES: Record<Language, Messages> = { en, es };
