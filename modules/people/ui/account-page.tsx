import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import type { Device } from "../device.ts";

interface SessionLine {
  id: string;
  startedAt: Date;
  seenAt: Date;
  address: string | null;
  device: Device;
  isThis: boolean;
}

interface AccountPageProps {
  /** Null for someone who has no access here. */
  name: string | null;
  email: string;
  sessions: readonly SessionLine[];
}

/** For oneself: am I who this says, is my password mine alone, and where am I signed in? */
export function AccountPage({ name, email, sessions }: AccountPageProps) {
  const t = useTranslations("account");
  const factor = useTranslations("secondFactor");
  const common = useTranslations("common");
  return (
    <>
      <Finding
        lede={t("lede", { email })}
        stand={
          <form method="post" action="/sign-out">
            <ActionRow>
              <Button>{common("sign-out")}</Button>
              {name !== null && <a href="/account/name">{t("change-name")}</a>}
              <a href="/account/password">{t("change-password")}</a>
              <a href="/account/second-factor">{factor("title")}</a>
              <a href="/account/passkeys">{factor("passkeys")}</a>
              {name !== null && <a href="/looks?person=me">{t("own-looks")}</a>}
            </ActionRow>
          </form>
        }
      >
        {name ?? email}
      </Finding>
      <Block heading={t("sessions")} id="sessions">
        <Stack>
          <Sessions sessions={sessions} />
          <Note>{t("sessions-note")}</Note>
          {sessions.length > 1 && (
            <form method="post" action="/account/sessions/end">
              <ActionRow>
                <Button>{t("end-others", { count: sessions.length - 1 })}</Button>
              </ActionRow>
            </form>
          )}
        </Stack>
      </Block>
    </>
  );
}

function Sessions({ sessions }: { sessions: readonly SessionLine[] }) {
  const t = useTranslations("account");
  const { moment, dayOf } = useDates();
  const say = useDevice();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("sessions-caption")}
      columns={[
        { head: t("head-device") },
        { head: t("head-address") },
        { head: t("head-since") },
        { head: t("head-seen") },
        { head: t("end"), quiet: true },
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          <span key="device">
            {say(session.device)} {session.isThis && <Tag>{t("this-one")}</Tag>}
          </span>,
          session.address ?? t("address-unknown"),
          moment(session.startedAt),
          dayOf(session.seenAt),
          session.isThis ? (
            ""
          ) : (
            <form key="end" method="post" action={`/account/sessions/${session.id}/end`}>
              <Button plain>
                {t("end")}
                <VisuallyHidden>{t("end-of", { device: say(session.device) })}</VisuallyHidden>
              </Button>
            </form>
          ),
        ],
      }))}
    />
  );
}

function useDevice() {
  const t = useTranslations("account");
  return ({ browser, system }: Device): string => {
    if (browser !== null && system !== null) return t("device", { browser, system });
    return browser ?? system ?? t("device-unknown");
  };
}
