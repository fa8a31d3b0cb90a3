/** Finds a student among those whom the reader's work is with; who is elsewhere, or whether, is not told. */
import { staffVisit } from "#app/replies.ts";
import { listSchools, listTeams } from "#modules/district/queries.ts";
import { listSections } from "#modules/roster/queries.ts";
import { wordsOf } from "#modules/roster/students/asked.ts";
import { reachLines } from "#modules/roster/students/reach-lines.ts";
import { lookFor } from "#modules/roster/students/read.ts";
import { SearchPage } from "#modules/roster/ui/search-page.tsx";
import type { Route } from "./+types/students.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, desk, district, today } = visit;
  const asked = wordsOf(new URL(request.url).searchParams.get("q") ?? "");
  const sectionIds = actor.reach.flatMap(({ through, of }) => (through === "section" ? [of] : []));
  const known = await desk.read(async (tx) => ({
    schools: await listSchools(tx, district.id),
    teams: await listTeams(tx, district.id),
    sections: await listSections(tx, district.id, today, { ids: sectionIds }),
  }));
  const mayFind = actor.reach.length > 0 && asked.words !== null;
  return {
    asked: asked.typed,
    found: mayFind && asked.words ? await lookFor(visit, asked.words, today) : asked.typed ? ("short" as const) : null,
    reach: reachLines(actor, known),
    isTeacher: actor.roles.includes("teacher"),
  };
}

export default function Students({ loaderData }: Route.ComponentProps) {
  return <SearchPage {...loaderData} />;
}
