/** A school: its students in numbers, and what is taught. */
import { notFound, staffVisit } from "#app/replies.ts";
import { listSchools } from "#modules/district/queries.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { listGroups } from "#modules/roster/groups/queries.ts";
import { maySeeHeadcount } from "#modules/roster/policy.ts";
import { presentSchool } from "#modules/roster/present.ts";
import { findRosterDay, listHeadcounts, listSections } from "#modules/roster/queries.ts";
import { SchoolPage } from "#modules/roster/ui/school-page.tsx";
import type { Route } from "./+types/school.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const { actor, desk, district, today } = staffVisit(context, request);
  const read = await desk.read(async (tx) => {
    const school = (await listSchools(tx, district.id)).find(({ slug }) => slug === params.slug);
    return (
      school && {
        school,
        counts: await listHeadcounts(tx, district.id, today, school.id),
        groups: await listGroups(tx, district.id),
        sections: await listSections(tx, district.id, today, { schoolId: school.id }),
        day: await findRosterDay(tx, district.id),
      }
    );
  });
  const { school, counts, groups, sections, day } = read ?? notFound();
  return {
    name: school.name,
    school: presentSchool(counts, groups, sections),
    day,
    confided: maySeeHeadcount(actor, { districtId: district.id, orgId: school.id, confidential: true }).allowed,
    mayLoad: mayKeepImport(actor, { districtId: district.id, students: true }).allowed,
  };
}

export default function School({ loaderData }: Route.ComponentProps) {
  return <SchoolPage {...loaderData} />;
}
