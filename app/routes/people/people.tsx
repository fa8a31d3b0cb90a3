/** Who works here, and what each may do. */
import { useTranslations } from "use-intl";
import { Said } from "#app/frames/said.tsx";
import { reasonOf, staffVisit } from "#app/replies.ts";
import { readKnown } from "#modules/people/known.ts";
import { presentPeople } from "#modules/people/present.ts";
import { PeoplePage } from "#modules/people/ui/people-page.tsx";
import type { Route } from "./+types/people.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const known = await visit.desk.read((tx) => readKnown(tx, visit.district.id));
  const people = presentPeople(visit.actor, known, visit.today, visit.now);
  return { people, why: people.seesAll ? null : reasonOf(visit, { allowed: false, because: people.reason }) };
}

export default function People({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("people");
  return (
    <>
      <title>{t("people-title")}</title>
      <Said from="people" />
      <PeoplePage {...loaderData} />
    </>
  );
}
