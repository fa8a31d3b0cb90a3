/** Removing a way to sign in: the question, with what it means, and the answer. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { removeProvider } from "#modules/people/sign-on/commands.ts";
import { findProvider } from "#modules/people/sign-on/queries.ts";
import { ProviderCrumb } from "#modules/people/ui/sign-on/provider-page.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { Route } from "./+types/removal.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const { name } = (await visit.desk.read((tx) => findProvider(tx, visit.district.id, id))) ?? notFound();
  return { id, name };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const removed = await visit.desk.write((tx) => removeProvider(tx, visit.actor, id));
  if (!removed.ok) notFound();
  await visit.installation.identities.dropSecret(visit.district.id, id);
  return redirect("/district/sign-on?said=removed");
}

export default function SignOnRemoval({ loaderData: { id, name } }: Route.ComponentProps) {
  const t = useTranslations("signOn");
  return (
    <>
      <title>{t("remove-title", { name })}</title>
      <Finding
        over={<ProviderCrumb name={name} />}
        lede={t("remove-lede")}
        stand={
          <form method="post">
            <ActionRow>
              <Button first>{t("remove")}</Button>
              <a href={`/district/sign-on/${id}`}>{t("keep")}</a>
            </ActionRow>
          </form>
        }
      >
        {t("remove-title", { name })}
      </Finding>
    </>
  );
}
