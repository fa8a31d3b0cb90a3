/** One's own second factor: what there is, and what is asked. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { Said } from "#app/frames/said.tsx";
import { signedIn } from "#app/replies.ts";
import { mayAddFactor } from "#app/second-factor.ts";
import { SecondFactorPage } from "#modules/people/ui/second-factor/second-factor-page.tsx";
import type { Route } from "./+types/second-factor.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const account = signedIn(context, request);
  const { codes, passkeys } = await visit.installation.factors.stateOf(account.id);
  return {
    codes,
    passkeys: passkeys.length,
    mayAdd: await mayAddFactor(visit),
    askedBy: visit.owes === null ? null : (visit.district?.name ?? ""),
  };
}

export default function SecondFactor({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <title>{t("title")}</title>
      <Said from="secondFactor" />
      <SecondFactorPage {...loaderData} />
    </>
  );
}
