/** The files that bring a roster: OneRoster, the programs beside it, and one plain list for a school without a system. */
import type { Alarm, ImportDefinition } from "#modules/imports/definition.ts";
import { ONE_ROSTER_CHECKS } from "./one-roster/checks/checks.ts";
import { manifest } from "./one-roster/manifest.ts";
import { NO_ROSTER, ONE_ROSTER_SOURCES } from "./one-roster/sources.ts";
import { ONE_ROSTER_TARGETS } from "./one-roster/targets/targets.ts";
import { PLAIN } from "./plain-roster/import.ts";
import { PROGRAM_FLAGS, programChecks, programTarget } from "./program-flags/import.ts";

/** Of so many rows and so many of a hundred that would go or are refused, a person must say yes. */
const common = {
  words: "oneRoster",
  students: true,
  bounds: { rows: 20, percent: 5 },
  // Schools of today and headcounts follow from who is enrolled.
  after: ["select roster.keep_day({district}, {today})"],
} as const;

/** Students who come with the same set are known by it. */
const COMING = `
  select coalesce(u.user_master_identifier, u.identifier), u.sourced_id from {users} u`;

/**
 * A file of enrollments that was cut at the end of a row shows in no reference. Later, those who are missing would be gone, and
 * stop it; the first time only this can tell.
 */
const EMPTY_CLASSES: Alarm = {
  because: "classes-empty",
  source: "classes",
  rows: `
    select count(*) filter (where e.id is null) as many, count(*) as of
    from {classes} c left join (
      select distinct e.class_sourced_id as id from {enrollments} e where e.role = 'student'
    ) e on e.id = c.sourced_id
    where {classes:mode} = 'bulk' and {enrollments:mode} = 'bulk' and not exists (
      select from imports.import i
      where i.district_id = {district} and i.kind = 'one-roster' and i.state in ('published', 'reverted') and i.id <> {import}
    )`,
};

export const ONE_ROSTER_IMPORT: ImportDefinition = {
  ...common,
  kind: "one-roster",
  sources: [...ONE_ROSTER_SOURCES, PROGRAM_FLAGS],
  passedOver: NO_ROSTER,
  manifest,
  checks: [...ONE_ROSTER_CHECKS, ...programChecks(COMING)],
  targets: [...ONE_ROSTER_TARGETS, programTarget("one-roster")],
  alarms: [EMPTY_CLASSES],
};

export const PROGRAM_FLAGS_IMPORT: ImportDefinition = {
  ...common,
  kind: "program-flags",
  sources: [{ ...PROGRAM_FLAGS, required: true }],
  checks: programChecks(),
  targets: [programTarget("program-flags")],
};

export const PLAIN_ROSTER_IMPORT: ImportDefinition = { ...common, kind: "plain-roster", ...PLAIN };

export const ROSTER_IMPORTS: readonly ImportDefinition[] = [
  ONE_ROSTER_IMPORT,
  PROGRAM_FLAGS_IMPORT,
  PLAIN_ROSTER_IMPORT,
];
