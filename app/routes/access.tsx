/** For someone who is signed in and has nothing to do here, yet or any more: why, and whom to ask. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { mustHaveProved } from "#app/second-factor.ts";
import { useDates } from "#locales/use-dates.ts";
import { claimsOf, isStaff } from "#modules/district/actor.ts";
import { findPersonOf, listGrants } from "#modules/people/queries.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { Route } from "./+types/access.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { account, actor, district, installation, today } = visit;
  mustHaveProved(visit, "/access");
  if (account === null || district === null) throw redirect("/sign-in");
  if (isStaff(actor)) throw redirect("/home");
  const own = { ...claimsOf(actor), account: account.id };
  const person = await installation.database.desk(own).read((tx) => findPersonOf(tx, district.id, account.id));
  const grants = person
    ? await installation.database
        .desk({ ...own, person: person.id })
        .read((tx) => listGrants(tx, district.id, person.id))
    : [];
  const coming = grants.filter((grant) => grant.endedAt === null && grant.fromOn > today).map((grant) => grant.fromOn);
  return { district: district.name, email: account.email, begins: coming.sort()[0] ?? null, was: grants.length > 0 };
}

export default function Access({ loaderData: { district, email, begins, was } }: Route.ComponentProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const { day } = useDates();
  const why = begins === null ? (was ? "ended" : "never") : "begins";
  return (
    <>
      <title>{t("access-title")}</title>
      <Finding
        lede={t(`access.${why}`, { district, day: begins === null ? "" : day(begins) })}
        stand={
          <form method="post" action="/sign-out">
            <ActionRow>
              <Button>{common("sign-out")}</Button>
              <a href="/">{t("access-plan")}</a>
              <a href="/account">{common("nav-account")}</a>
            </ActionRow>
          </form>
        }
        over={t("access-as", { email })}
      >
        {t("access-title")}
      </Finding>
    </>
  );
}
