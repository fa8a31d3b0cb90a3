import { findDistrict, listDepartments, listSchools, listSchoolYears, listTeams } from "#modules/district/queries.ts";
import { type Command, done } from "../../command.ts";
import { table } from "../../table.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";

export const districtShow: Command = {
  name: "district",
  summary: "what is said of the district, its schools, departments, teams and school years",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withDistrict(told, async ({ desk, district: { id } }) => {
      const read = await desk.read(async (tx) => ({
        district: await findDistrict(tx, id),
        schools: await listSchools(tx, id),
        departments: await listDepartments(tx, id),
        teams: await listTeams(tx, id),
        years: await listSchoolYears(tx, id),
      }));
      const { district, schools, departments, teams, years } = read;
      const rows = [
        ["name", district?.name ?? ""],
        ["state", district?.state ?? "none"],
        ["time zone", district?.timeZone ?? ""],
        ["language", district?.language ?? ""],
        ...schools.map((school) => [
          "school",
          `${school.slug}: ${school.name}, ${school.lowestGrade} to ${school.highestGrade}`,
        ]),
        ...departments.map((department) => ["department", `${department.slug}: ${department.name}`]),
        ...teams.map((team) => ["team", `${team.slug}: ${team.name}`]),
        ...years.map((year) => ["school year", `${year.name}: ${year.startsOn} to ${year.endsOn}`]),
      ];
      return done(table(rows), read);
    }),
};
