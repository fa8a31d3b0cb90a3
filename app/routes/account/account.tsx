/** One's own account: name, password, and where one is signed in. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { Said } from "#app/frames/said.tsx";
import { signedIn } from "#app/replies.ts";
import { deviceOf } from "#modules/people/device.ts";
import { AccountPage } from "#modules/people/ui/account-page.tsx";
import type { Route } from "./+types/account.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { installation, actor } = visitOf(context);
  const account = signedIn(context, request);
  const sessions = await installation.accounts.listSessions(account.id);
  return {
    name: actor.person?.name ?? null,
    email: account.email,
    sessions: sessions.map(({ id, startedAt, seenAt, address, userAgent }) => ({
      id,
      startedAt,
      seenAt,
      address,
      device: deviceOf(userAgent),
      isThis: id === account.session.id,
    })),
  };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("account");
  return (
    <>
      <title>{t("title")}</title>
      <Said from="account" />
      <AccountPage {...loaderData} />
    </>
  );
}
