import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import type { EventLine } from "../log/present.ts";
import type { PresentedPerson } from "../present.ts";
import { EventRegister } from "./event-register.tsx";
import { GrantsTable } from "./grants-table.tsx";

interface PersonPageProps {
  presented: PresentedPerson;
  why: string | null;
  events: readonly EventLine[];
}

/** For whoever answers for access: what may this one do, who gave it, and how do they come in? */
export function PersonPage({ presented, why, events }: PersonPageProps) {
  const t = useTranslations("people");
  const { person, standing, ended, seesGrants, keepsGrants, mayInvite } = presented;
  return (
    <>
      <Finding
        over={
          <Crumb label={t("crumb")} steps={[{ href: "/people", text: t("people-title") }, { text: person.name }]} />
        }
        lede={person.title ?? undefined}
        stand={<Ways presented={presented} />}
      >
        {person.name}
      </Finding>
      <Block heading={presented.isSelf ? t("own-grants") : t("their-grants")} id="grants">
        {!seesGrants && <Note>{why}</Note>}
        {seesGrants && standing.length === 0 && <NothingGranted presented={presented} />}
        {standing.length > 0 && (
          <GrantsTable caption={t("own-caption")} lines={standing} ofOne offers={keepsGrants ? "end" : undefined} />
        )}
        {ended.length > 0 && (
          <Disclosure summary={t("ended-count", { count: ended.length })}>
            <GrantsTable caption={t("ended-caption")} lines={ended} ofOne />
          </Disclosure>
        )}
      </Block>
      {mayInvite && <ComingIn presented={presented} />}
      {presented.seesLog && (
        <Block
          heading={t("happened")}
          id="happened"
          more={<a href={`/log?person=${person.id}`}>{t("happened-all")}</a>}
        >
          <EventRegister caption={t("happened")} events={events} />
        </Block>
      )}
    </>
  );
}

function Ways({ presented: { person, keepsGrants, isSelf, mayInvite, mayViewAs } }: { presented: PresentedPerson }) {
  const t = useTranslations("people");
  const standing = useTranslations("standing");
  return (
    <ActionRow>
      {keepsGrants && (
        <ButtonLink first href={`/people/${person.id}/grants`}>
          {t("give-grant")}
        </ButtonLink>
      )}
      {mayInvite && <a href={`/people/${person.id}/change`}>{t("correct")}</a>}
      {keepsGrants && <a href={`/people/${person.id}/leaving`}>{standing("leaving-link-to")}</a>}
      {mayViewAs && <a href={`/people/${person.id}/view-as`}>{standing("view-as-link")}</a>}
      {isSelf && <a href="/account">{t("own-account")}</a>}
    </ActionRow>
  );
}

function NothingGranted({ presented: { keepsGrants } }: { presented: PresentedPerson }) {
  const t = useTranslations("people");
  return (
    <EmptyState>
      <p>{keepsGrants ? t("nothing-granted-keeper") : t("nothing-granted")}</p>
    </EmptyState>
  );
}

/** How this person signs in, and the link that helps where they cannot. */
function ComingIn({ presented: { person, invitation } }: { presented: PresentedPerson }) {
  const t = useTranslations("people");
  const { dayOf } = useDates();
  const state = person.hasAccount ? "signs-in" : invitation === null ? "not-invited" : "waits";
  return (
    <Block heading={t("coming-in")} id="coming-in">
      <EmptyState
        actions={
          <ActionRow>
            <form method="post" action={`/people/${person.id}/link`}>
              <Button>{person.hasAccount ? t("link-password") : t("link-new")}</Button>
            </form>
            {person.hasAccount && <a href={`/people/${person.id}/sign-in`}>{t("their-sign-in")}</a>}
            {invitation && (
              <form method="post" action={`/people/invitations/${invitation.id}/withdrawal`}>
                <Button plain>{t("withdraw-link")}</Button>
              </form>
            )}
          </ActionRow>
        }
      >
        <Stack room="tight">
          <p>{t(`coming-in-${state}`, { email: person.email })}</p>
          {invitation && (
            <p>
              {t(invitation.expired ? "open-link-expired" : "open-link", {
                by: invitation.inviter ?? t("given-by-program"),
                on: dayOf(invitation.invitedAt),
                until: dayOf(invitation.expiresAt),
              })}
            </p>
          )}
          <Note>{t("link-note")}</Note>
        </Stack>
      </EmptyState>
    </Block>
  );
}
