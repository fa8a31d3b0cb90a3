/** A fresh link for someone who lost theirs or forgot the password: the question, and the link, this once. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { giveLink } from "#app/invitation-link.ts";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { ok } from "#lib/result.ts";
import { renewInvitation } from "#modules/people/invitations/commands.ts";
import { mayInvite } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import { LinkPage } from "#modules/people/ui/link-page.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { Route } from "./+types/link.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const id = idIn(params.id);
  const person = (await visit.desk.read((tx) => findPerson(tx, visit.district.id, id))) ?? notFound();
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  return { id, name: person.name, hasAccount: person.hasAccount };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, mayInvite(visit.actor, visit.actor));
  const id = idIn(params.id);
  const renewed = await visit.desk.write(async (tx) => {
    const token = await renewInvitation(tx, visit.actor, id, visit.now);
    if (!token.ok) return token;
    return ok({ token: token.value, person: (await findPerson(tx, visit.district.id, id)) ?? notFound() });
  });
  if (!renewed.ok) notFound();
  const { token, person } = renewed.value;
  return data(await giveLink(visit, { ...person, isNew: !person.hasAccount }, token), { status: 201 });
}

export default function Link({ loaderData: { id, name, hasAccount }, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  if (actionData) return <LinkPage {...actionData} />;
  return (
    <>
      <title>{t("link-again", { name })}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: t("people-title") },
              { href: `/people/${id}`, text: name },
              { text: t("link") },
            ]}
          />
        }
        lede={hasAccount ? t("link-what-again", { name }) : t("link-what-new", { name })}
        stand={
          <form method="post">
            <ActionRow>
              <Button first>{hasAccount ? t("link-password") : t("link-new")}</Button>
              <a href={`/people/${id}`}>{t("back")}</a>
            </ActionRow>
          </form>
        }
      >
        {t("link-again", { name })}
      </Finding>
    </>
  );
}
