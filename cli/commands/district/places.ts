/** Schools, departments, teams and school years on the command line: added, changed, removed by the name in their address. */
import { z } from "zod";
import type { Result } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { Change } from "#modules/district/commands.ts";
import {
  addDepartment,
  addSchool,
  changeDepartment,
  changeSchool,
  removeDepartment,
  removeSchool,
} from "#modules/district/places/commands.ts";
import { listDepartments, listSchools, listSchoolYears, listTeams } from "#modules/district/queries.ts";
import { DepartmentSchema, optional, SchoolSchema, SchoolYearSchema, TeamSchema } from "#modules/district/schema.ts";
import { addTeam, changeTeam, removeTeam } from "#modules/district/teams/commands.ts";
import { addSchoolYear, changeSchoolYear, removeSchoolYear } from "#modules/district/years/commands.ts";
import { recorded } from "#modules/people/recorded.ts";
import type { ReadTx, WriteTx } from "#platform/db/desk.ts";
import { type Command, done, misused, refused, type Told } from "../../command.ts";
import { readOptions, refusedBy } from "../../refusal.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

type Done = Promise<Result<Change, { kind: string }>>;

interface Place<Schema extends z.ZodType> {
  word: string;
  /** What one is found by: its address name, or a school year's own name. */
  key: string;
  schema: Schema;
  /** Field of the schema by option. */
  fields: Record<string, { field: string; describes: string }>;
  list(tx: ReadTx, districtId: string): Promise<Record<string, unknown>[]>;
  add(tx: WriteTx, actor: Actor, input: z.infer<Schema>): Done;
  change(tx: WriteTx, actor: Actor, id: string, input: z.infer<Schema>): Done;
  remove(tx: WriteTx, actor: Actor, id: string): Done;
}

function commandsOf<Schema extends z.ZodType>(place: Place<Schema>): Command[] {
  const { word, key, schema, fields } = place;
  const options = Object.fromEntries(Object.keys(fields).map((name) => [name, { type: "string" as const }]));
  const describes = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.describes]));
  const input = ({ values }: Told, now: Record<string, unknown> = {}) =>
    readOptions(
      "district",
      schema,
      Object.fromEntries(
        Object.entries(fields).map(([name, { field }]) => [
          field,
          { option: `--${name}`, value: values[name] ?? now[field] },
        ]),
      ),
    );
  const oneOf = (rows: Record<string, unknown>[], asked: string) => rows.find((row) => row[key] === asked);
  const unknown = (asked: string) =>
    refused(`There is no ${word} "${asked}" here. See: guidepost district`, { kind: "not-found" });

  return [
    {
      name: `${word} add`,
      summary: `add a ${word.replace("-", " ")}`,
      options: { ...options, ...AT },
      describes: { ...describes, ...DESCRIBES_AT },
      run: (told) =>
        withDistrict(told, async ({ desk, actor }) => {
          const read = input(told);
          if (!read.ok) return read.problem;
          const added = await desk.write((tx) => recorded(tx, actor, place.add(tx, actor, read.value)));
          return added.ok ? done("Added.", { id: added.value.subject.id }) : refusedBy("district", added.problem);
        }),
    },
    {
      name: `${word} change`,
      takes: "NAME",
      summary: `rename or correct a ${word.replace("-", " ")}, named as \`guidepost district\` shows it`,
      options: { ...options, ...AT },
      describes: { ...describes, ...DESCRIBES_AT },
      run: (told) =>
        withDistrict(told, async ({ desk, actor, district }) => {
          const [asked] = told.words;
          if (asked === undefined) return misused(`Say which: guidepost ${word} change NAME`);
          const row = oneOf(await desk.read((tx) => place.list(tx, district.id)), asked);
          if (!row) return unknown(asked);
          const read = input(told, row);
          if (!read.ok) return read.problem;
          const id = String(row.id);
          const changed = await desk.write((tx) => recorded(tx, actor, place.change(tx, actor, id, read.value)));
          return changed.ok ? done("Changed.", { id }) : refusedBy("district", changed.problem);
        }),
    },
    {
      name: `${word} remove`,
      takes: "NAME",
      summary: `remove a ${word.replace("-", " ")} of which nothing speaks`,
      options: AT,
      describes: DESCRIBES_AT,
      run: (told) =>
        withDistrict(told, async ({ desk, actor, district }) => {
          const [asked] = told.words;
          if (asked === undefined) return misused(`Say which: guidepost ${word} remove NAME`);
          const row = oneOf(await desk.read((tx) => place.list(tx, district.id)), asked);
          if (!row) return unknown(asked);
          const removed = await desk.write((tx) => recorded(tx, actor, place.remove(tx, actor, String(row.id))));
          if (removed.ok) return done("Removed.");
          const stays = "It stays: a plan, a document or someone's access speaks of it.";
          return removed.problem.kind === "in-use"
            ? refused(stays, removed.problem)
            : refusedBy("district", removed.problem);
        }),
    },
  ];
}

const TEAM_TOLD = z.object({ name: TeamSchema.shape.name, school: optional(z.string()) });

/** A school that is not there is passed on as it was typed: the command refuses it. */
async function withSchool(tx: ReadTx, { districtId }: Actor, { name, school }: z.infer<typeof TEAM_TOLD>) {
  const found = (await listSchools(tx, districtId)).find((each) => each.slug === school);
  return { name, schoolId: school === null ? null : (found?.id ?? school) };
}

export const PLACE_COMMANDS: readonly Command[] = [
  ...commandsOf({
    word: "school",
    key: "slug",
    schema: SchoolSchema,
    fields: {
      name: { field: "name", describes: "its name" },
      lowest: { field: "lowestGrade", describes: "the lowest grade: PK, KG, 01 to 12" },
      highest: { field: "highestGrade", describes: "the highest grade" },
    },
    list: listSchools,
    add: addSchool,
    change: changeSchool,
    remove: removeSchool,
  }),
  ...commandsOf({
    word: "department",
    key: "slug",
    schema: DepartmentSchema,
    fields: { name: { field: "name", describes: "its name" } },
    list: listDepartments,
    add: (tx, actor, { name }) => addDepartment(tx, actor, name),
    change: (tx, actor, id, { name }) => changeDepartment(tx, actor, id, name),
    remove: removeDepartment,
  }),
  ...commandsOf({
    word: "team",
    key: "slug",
    schema: TEAM_TOLD,
    fields: {
      name: { field: "name", describes: "its name" },
      school: { field: "school", describes: "its school's address name; without it a team of the district" },
    },
    list: async (tx, districtId) => {
      const schools = await listSchools(tx, districtId);
      const slugOf = (id: string | null) => schools.find((school) => school.id === id)?.slug ?? null;
      return (await listTeams(tx, districtId)).map((team) => ({ ...team, school: slugOf(team.schoolId) }));
    },
    add: async (tx, actor, told) => addTeam(tx, actor, await withSchool(tx, actor, told)),
    change: async (tx, actor, id, told) => changeTeam(tx, actor, id, await withSchool(tx, actor, told)),
    remove: removeTeam,
  }),
  ...commandsOf({
    word: "school-year",
    key: "name",
    schema: SchoolYearSchema,
    fields: {
      name: { field: "name", describes: "such as 2026-27" },
      starts: { field: "startsOn", describes: "the first day, such as 2026-07-01" },
      ends: { field: "endsOn", describes: "the last day" },
    },
    list: listSchoolYears,
    add: addSchoolYear,
    change: changeSchoolYear,
    remove: removeSchoolYear,
  }),
];
