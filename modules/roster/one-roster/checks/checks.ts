/** What is wrong with a roster across rows and files. In this order: each rule sees what the ones before it have left. */
import type { Check } from "#modules/imports/definition.ts";
import { DEMOGRAPHIC_CHECKS } from "./demographics.ts";
import { ENROLLMENT_CHECKS } from "./enrollments.ts";
import { PEOPLE_CHECKS } from "./people.ts";
import { TAUGHT_CHECKS } from "./taught.ts";

export const ONE_ROSTER_CHECKS: readonly Check[] = [
  ...TAUGHT_CHECKS,
  ...PEOPLE_CHECKS,
  ...ENROLLMENT_CHECKS,
  ...DEMOGRAPHIC_CHECKS,
];
