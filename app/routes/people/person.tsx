/** One person: what they may do here, how they sign in, and what happened about them. */

import { useTranslations } from "use-intl";
import { readEventNames, SMALL_STEPS } from "#app/event-names.ts";
import { Said } from "#app/frames/said.tsx";
import { idIn, notFound, reasonOf, staffVisit } from "#app/replies.ts";
import { listEvents } from "#modules/people/event-log.ts";
import { readKnown } from "#modules/people/known.ts";
import { presentEvents } from "#modules/people/log/present.ts";
import { presentPerson } from "#modules/people/present.ts";
import { PersonPage } from "#modules/people/ui/person-page.tsx";
import type { Route } from "./+types/person.ts";

const LATEST = 5;

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { district, actor, today, now } = visit;
  const id = idIn(params.id);
  const { known, events, names } = await visit.desk.read(async (tx) => ({
    known: await readKnown(tx, district.id),
    events: await listEvents(tx, district.id, { limit: LATEST, personId: id, without: SMALL_STEPS }),
    names: await readEventNames(tx, district.id),
  }));
  const person = known.people.find((each) => each.id === id) ?? notFound();
  const presented = presentPerson(actor, person, known, today, now);
  const why = presented.seesGrants ? null : reasonOf(visit, { allowed: false, because: presented.reason });
  return { presented, why, events: presented.seesLog ? presentEvents(events, names) : [] };
}

export default function PersonRoute({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("people");
  return (
    <>
      <title>{t("person-title", { name: loaderData.presented.person.name })}</title>
      <Said from="people" />
      <PersonPage {...loaderData} />
    </>
  );
}
