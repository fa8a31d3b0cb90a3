/** The event log: who did what, when and why, and what it was before. */

import { readEventNames } from "#app/event-names.ts";
import { Said } from "#app/frames/said.tsx";
import { readChain } from "#app/log-chain.ts";
import { mustBeAllowed, staffVisit } from "#app/replies.ts";
import { MESSAGES } from "#locales/messages.ts";
import { listEventKinds, listEvents } from "#modules/people/event-log.ts";
import { idAsked, pageOf, periodAsked, turnAsked } from "#modules/people/log/asked.ts";
import { askedWords } from "#modules/people/log/asked-words.ts";
import { presentEvents } from "#modules/people/log/present.ts";
import { maySeeEvents, maySeeLook } from "#modules/people/policy.ts";
import { listPeople } from "#modules/people/queries.ts";
import { LogPage } from "#modules/people/ui/log-page.tsx";
import type { Route } from "./+types/log.ts";

const PAGE = 50;

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, language } = visit;
  mustBeAllowed(visit, maySeeEvents(actor, actor));
  const asked = new URL(request.url).searchParams;
  const said = asked.get("words")?.trim().slice(0, 200) ?? "";
  const [turn, personId, period] = [turnAsked(asked), idAsked(asked, "person"), periodAsked(asked)];
  const { id: districtId, timeZone } = visit.district;
  const read = await visit.desk.read(async (tx) => {
    const kinds = await listEventKinds(tx, districtId);
    const kind = kinds.find((each) => each === asked.get("kind"));
    const names = await readEventNames(tx, districtId);
    const words = askedWords(said, names, MESSAGES[language].events.action);
    const filter = { personId, kind, words, period: { ...period, timeZone }, ...turn };
    return {
      kinds,
      kind,
      names,
      found: await listEvents(tx, districtId, { ...filter, limit: PAGE + 1 }),
      people: await listPeople(tx, districtId),
      chain: await readChain(tx, actor, "event"),
    };
  });
  const { rows, ...turns } = pageOf(read.found, turn, PAGE);
  const { from = "", until = "" } = period;
  return {
    events: presentEvents(rows, read.names),
    kinds: read.kinds,
    people: read.people.map(({ id, name }) => ({ id, name })),
    chosen: { words: said, person: personId ?? "", kind: read.kind ?? "", from, until },
    tabs: { seesLog: true, seesLooks: maySeeLook(actor, { districtId, personId: null }).allowed },
    chain: read.chain,
    ...turns,
  };
}

export default function Log({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <Said from="looks" />
      <LogPage {...loaderData} />
    </>
  );
}
