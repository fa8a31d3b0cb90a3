/** Back from a provider: signed in and on, or the page that says why not and what to do. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { cookiesOf } from "#app/middleware/framed.ts";
import { notFound } from "#app/replies.ts";
import { finishTest, providerAt, signInBy, tripHouse } from "#app/sign-on.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { listStewards } from "#modules/people/queries.ts";
import { comeBack } from "#modules/people/sign-on/trip.ts";
import { RefusedPage } from "#modules/people/ui/sign-on/refused-page.tsx";
import type { Route } from "./+types/return.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { provider, district } = await providerAt(visit, params.id);
  const house = tripHouse(visit);
  const query = new URL(request.url).searchParams;
  const refused = async (problem: string, status: number, email: string | null = null) => {
    const desk = visit.installation.database.desk(claimsOf(system(district.id)));
    const stewards = await desk.read((tx) => listStewards(tx, district.id, visit.today));
    return data(
      { problem, email, provider: { id: provider.id, name: provider.name }, district: district.name, stewards },
      { status, headers: { "Set-Cookie": house.roundTrips.end(), "Cache-Control": "no-store" } },
    );
  };
  if (query.has("unreachable")) return refused("not-reachable", 503);
  const back = await comeBack(house, provider, cookiesOf(request), query, visit.now);
  if (back === null) return refused("trip-unknown", 400);
  const { trip, word } = back;
  if (trip.intent === "test") {
    const isTheirs = visit.account?.id === trip.accountId && maySetSignOn(visit.actor, visit.actor).allowed;
    if (!isTheirs) notFound();
    const answer = await finishTest(visit, provider, word);
    answer.headers.append("Set-Cookie", house.roundTrips.end());
    throw answer;
  }
  if (!provider.enabled) notFound();
  if (!word.ok) return refused(word.problem.kind, word.problem.kind === "not-reachable" ? 503 : 400);
  const signedIn = await signInBy(visit, provider, word.value, trip.to, request);
  if (!signedIn.ok) return refused(signedIn.problem.kind, 403, word.value.email);
  signedIn.value.headers.append("Set-Cookie", house.roundTrips.end());
  throw signedIn.value;
}

export default function Return({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("signOn");
  return (
    <>
      <title>{t("refused-title")}</title>
      <RefusedPage {...loaderData} />
    </>
  );
}
