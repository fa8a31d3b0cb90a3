/** What may be asked by whom: whoever may not see all looks sees their own, whatever the address says. */
import type { Visit } from "#app/context.ts";
import { type LookFilter, lookFilter } from "#modules/people/looks/asked.ts";
import { maySeeLook } from "#modules/people/policy.ts";

export function looksAsked({ actor }: Pick<Visit, "actor">, request: Request): LookFilter & { own: boolean } {
  const me = actor.person?.id ?? null;
  const filter = lookFilter(new URL(request.url).searchParams, me);
  const seesAll = maySeeLook(actor, { districtId: actor.districtId, personId: null }).allowed;
  if (!seesAll) filter.personId = me ?? undefined;
  return { ...filter, own: !seesAll || (me !== null && filter.personId === me) };
}
