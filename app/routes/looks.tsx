/** Who looked at which students. Leaders and data stewards see everyone's looks, everyone else their own. */
import { readChain } from "#app/log-chain.ts";
import { looksAsked } from "#app/looks-asked.ts";
import { reasonOf, staffVisit } from "#app/replies.ts";
import { pageOf, turnAsked } from "#modules/people/log/asked.ts";
import { presentLooks } from "#modules/people/looks/present.ts";
import { countLooks, listLooks } from "#modules/people/looks/queries.ts";
import { maySeeEvents, maySeeLook } from "#modules/people/policy.ts";
import { listPeople } from "#modules/people/queries.ts";
import { LooksPage } from "#modules/people/ui/looks-page.tsx";
import { DOORS } from "#platform/db/doors.ts";
import type { Route } from "./+types/looks.ts";

const PAGE = 50;

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, district } = visit;
  const { own, ...chosen } = looksAsked(visit, request);
  const turn = turnAsked(new URL(request.url).searchParams);
  const asked = { ...chosen, districtId: district.id, timeZone: district.timeZone };
  const seesLooks = maySeeLook(actor, { districtId: district.id, personId: null }).allowed;
  const read = await visit.desk.read(async (tx) => ({
    found: await listLooks(tx, asked, { ...turn, limit: PAGE + 1 }),
    count: chosen.studentId === undefined ? null : await countLooks(tx, asked),
    people: seesLooks ? await listPeople(tx, district.id) : [],
    chain: seesLooks ? await readChain(tx, actor, "look") : null,
  }));
  const { rows, ...turns } = pageOf(read.found, turn, PAGE);
  return {
    looks: presentLooks(rows, (because) => reasonOf(visit, { allowed: true, because })),
    chosen,
    count: read.count,
    people: read.people.map(({ id, name }) => ({ id, name })),
    doors: DOORS,
    own,
    tabs: { seesLog: maySeeEvents(actor, actor).allowed, seesLooks },
    chain: read.chain,
    ...turns,
  };
}

export default function Looks({ loaderData }: Route.ComponentProps) {
  return <LooksPage {...loaderData} />;
}
