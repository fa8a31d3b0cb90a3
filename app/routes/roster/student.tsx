/** One student, for those whose work is with them; for everyone else there is no such page. */
import { idIn, notFound, staffVisit } from "#app/replies.ts";
import { mayKeepRecords } from "#modules/roster/policy.ts";
import { lookAtStudent } from "#modules/roster/students/read.ts";
import { StudentPage } from "#modules/roster/ui/student-page.tsx";
import type { Route } from "./+types/student.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const student = (await lookAtStudent(visit, idIn(params.id), visit.today)) ?? notFound();
  return { student, keepsRecord: mayKeepRecords(visit.actor, visit.actor).allowed };
}

export default function Student({ loaderData }: Route.ComponentProps) {
  return <StudentPage {...loaderData} />;
}
