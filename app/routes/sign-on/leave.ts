/** Leaves for a provider. A link leads here, not a form: the content policy lets no form end at another site. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { localPath, notFound } from "#app/replies.ts";
import { finishTest, providerAt, tripHouse } from "#app/sign-on.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { isComplete } from "#modules/people/sign-on/domain.ts";
import { leave } from "#modules/people/sign-on/trip.ts";
import type { Route } from "./+types/leave.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { provider } = await providerAt(visit, params.id);
  const query = new URL(request.url).searchParams;
  const isTest = query.has("test");
  const mayLeave = isTest ? maySetSignOn(visit.actor, visit.actor).allowed && isComplete(provider) : provider.enabled;
  if (!mayLeave) notFound();
  const intent = isTest ? "test" : "sign-in";
  const to = localPath(query.get("to"), "/home");
  const left = await leave(tripHouse(visit), provider, { intent, accountId: visit.account?.id ?? null, to }, visit.now);
  if (left.ok)
    return redirect(left.value.url, { headers: { "Set-Cookie": left.value.cookie, "Cache-Control": "no-store" } });
  if (isTest) return finishTest(visit, provider, left);
  return redirect(`/sign-on/${provider.id}/return?unreachable`);
}
