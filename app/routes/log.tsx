/** The event log: who did what, when and why, and what it was before. */

import { validate as isUuid } from "uuid";
import { readEventNames } from "#app/event-names.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { listEventKinds, listEvents } from "#modules/people/event-log.ts";
import { presentEvents } from "#modules/people/log/present.ts";
import { maySeeEvents } from "#modules/people/policy.ts";
import { listPeople } from "#modules/people/queries.ts";
import { LogPage } from "#modules/people/ui/log-page.tsx";
import type { Route } from "./+types/log.ts";

const PAGE = 50;

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySeeEvents(visit.actor, visit.actor));
  const asked = new URL(request.url).searchParams;
  const id = (name: string) => {
    const value = asked.get(name) ?? "";
    return isUuid(value) ? value : undefined;
  };
  const districtId = visit.district.id;
  const read = await visit.desk.read(async (tx) => {
    const kinds = await listEventKinds(tx, districtId);
    const kind = kinds.find((each) => each === asked.get("kind"));
    const newerThan = id("after");
    const filter = { personId: id("person"), kind, newerThan, olderThan: newerThan ? undefined : id("before") };
    // One more than a page: whether there is another in the same direction.
    const found = await listEvents(tx, districtId, { ...filter, limit: PAGE + 1 });
    return {
      kinds,
      filter,
      found,
      people: await listPeople(tx, districtId),
      names: await readEventNames(tx, districtId),
    };
  });
  const { kinds, filter, found, people, names } = read;
  const isMore = found.length > PAGE;
  const events = filter.newerThan ? found.slice(-PAGE) : found.slice(0, PAGE);
  return {
    events: presentEvents(events, names),
    kinds,
    people: people.map(({ id: personId, name }) => ({ id: personId, name })),
    chosen: { person: filter.personId ?? "", kind: filter.kind ?? "" },
    hasNewer: filter.newerThan ? isMore : filter.olderThan !== undefined,
    hasOlder: filter.newerThan ? true : isMore,
  };
}

export default function Log({ loaderData }: Route.ComponentProps) {
  return <LogPage {...loaderData} />;
}
