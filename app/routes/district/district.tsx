/** The district: what it is called, its schools, departments and school years. */
import { useTranslations } from "use-intl";
import { Said } from "#app/frames/said.tsx";
import { reasonOf, staffVisit } from "#app/replies.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { findDistrict, listDepartments, listSchools, listSchoolYears, listTeams } from "#modules/district/queries.ts";
import { DistrictPage } from "#modules/district/ui/district-page.tsx";
import type { Route } from "./+types/district.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { id } = visit.district;
  const read = await visit.desk.read(async (tx) => ({
    district: await findDistrict(tx, id),
    schools: await listSchools(tx, id),
    departments: await listDepartments(tx, id),
    // A team is known to those who work here, and to no one else.
    teams: await listTeams(tx, id),
    years: await listSchoolYears(tx, id),
  }));
  if (read.district === null) throw new Error("the district of this visit is gone");
  const { name, state, timeZone, language } = read.district;
  const decision = mayKeepDistrict(visit.actor, id);
  const keeps = decision.allowed;
  return {
    ...read,
    district: { name, state, timeZone, language },
    keeps,
    why: keeps ? null : reasonOf(visit, decision),
  };
}

export default function District({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("district");
  return (
    <>
      <title>{t("title")}</title>
      <Said from="district" />
      <DistrictPage {...loaderData} />
    </>
  );
}
