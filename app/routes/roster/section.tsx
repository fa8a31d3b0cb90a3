/** A section: what is taught, by whom, and the students of it whom the reader's work is with. */
import { idIn, notFound, staffVisit } from "#app/replies.ts";
import { maySeeWholeSection } from "#modules/roster/policy.ts";
import { listSections, listSessions } from "#modules/roster/queries.ts";
import { lookAtSection } from "#modules/roster/students/read.ts";
import { SectionPage } from "#modules/roster/ui/section-page.tsx";
import type { Route } from "./+types/section.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, today } = visit;
  const id = idIn(params.id);
  const { sections, sessions } = await desk.read(async (tx) => ({
    sections: await listSections(tx, district.id, today, { ids: [id] }),
    sessions: await listSessions(tx, district.id),
  }));
  const section = sections[0] ?? notFound();
  const whole = maySeeWholeSection(actor, { ...section, districtId: district.id });
  const seen = actor.reach.length > 0 ? await lookAtSection(visit, id, today) : { students: [], because: null };
  return {
    section,
    terms: sessions.filter((session) => section.sessionIds.includes(session.id)),
    students: seen.students,
    because: seen.because ?? whole.because,
    sees: whole.allowed,
  };
}

export default function Section({ loaderData }: Route.ComponentProps) {
  return <SectionPage {...loaderData} />;
}
