/**
 * Where the rows of a roster go, in an order in which each finds what it refers to. What a file no longer has is ended, never
 * deleted, and only in schools that the file speaks of.
 */
import type { Target } from "#modules/imports/definition.ts";
import { ENROLLMENT_TARGETS } from "./enrollments.ts";
import { PEOPLE_TARGETS } from "./people.ts";
import { SCHOOL_TARGETS } from "./schools.ts";
import { STAY_TARGETS } from "./stays.ts";
import { TAUGHT_TARGETS } from "./taught.ts";

export const ONE_ROSTER_TARGETS: readonly Target[] = [
  ...SCHOOL_TARGETS,
  ...TAUGHT_TARGETS,
  ...PEOPLE_TARGETS,
  ...STAY_TARGETS,
  ...ENROLLMENT_TARGETS,
];
