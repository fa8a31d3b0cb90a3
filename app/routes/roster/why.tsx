/** Why can I, or why can this person, see this student? Those who answer for student records may ask for anyone. */
import { idIn, notFound, staffVisit } from "#app/replies.ts";
import { claimsOf, hasRole, system } from "#modules/district/actor.ts";
import { listSchools, listTeams } from "#modules/district/queries.ts";
import { grantLine } from "#modules/people/present.ts";
import { listGrants, listPeople } from "#modules/people/queries.ts";
import { listSections } from "#modules/roster/queries.ts";
import { spokenName } from "#modules/roster/students/present.ts";
import { lookAtReasons } from "#modules/roster/students/read.ts";
import { whyStudent } from "#modules/roster/students/why.ts";
import { WhyPage } from "#modules/roster/ui/why-page.tsx";
import type { Route } from "./+types/why.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, district, today, installation } = visit;
  const student = (await lookAtReasons(visit, idIn(params.id))) ?? notFound();
  const mayAudit = hasRole(actor, "leader", "data_steward");
  const self = actor.viewing?.as.id ?? actor.person?.id ?? "";
  const asked = new URL(request.url).searchParams.get("person") ?? self;
  // Grants of others are not everyone's to read; the answer about one person is for those who may ask.
  const known = await installation.database.desk(claimsOf(system(district.id))).read(async (tx) => ({
    people: await listPeople(tx, district.id),
    schools: await listSchools(tx, district.id),
    teams: await listTeams(tx, district.id),
    grants: await listGrants(tx, district.id, mayAudit ? idIn(asked) : self),
  }));
  const person = known.people.find(({ id }) => id === (mayAudit ? asked : self)) ?? notFound();
  const why = await whyStudent(installation.database, person, known.grants, student, today);
  const ids = why.grants.flatMap(({ grant, through }) => [
    ...(grant.sectionId === null ? [] : [grant.sectionId]),
    ...through.flatMap(({ kind, of }) => (kind === "section" ? [of] : [])),
  ]);
  const sections = await visit.desk.read((tx) => listSections(tx, district.id, today, { ids }));
  const titled = sections.map(({ id, title }) => ({ id, name: title }));
  return {
    student: { id: student.studentId, name: spokenName(student) },
    person: { id: person.id, name: person.name },
    isSelf: person.id === self,
    allowed: why.allowed,
    because: why.because,
    confided: why.confided,
    grants: why.grants.map(({ grant, leads, because, through }) => ({
      grant: grantLine(grant, { ...known, sections: titled }, today),
      leads,
      because,
      sections: titled.filter(({ id }) => through.some(({ of }) => of === id)).map(({ name }) => name),
    })),
    people: mayAudit ? known.people.map(({ id, name }) => ({ id, name })) : [],
  };
}

export default function Why({ loaderData }: Route.ComponentProps) {
  return <WhyPage {...loaderData} />;
}
