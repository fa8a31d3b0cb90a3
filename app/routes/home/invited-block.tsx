import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import type { InvitedLine } from "#modules/people/present.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Person } from "#ui/person/person.tsx";
import { Table } from "#ui/table/table.tsx";

/** Who was invited and has not come yet; where no one waits, the way to invite. */
export function InvitedBlock({ invited }: { invited: readonly InvitedLine[] }) {
  const t = useTranslations("home");
  const { dayOf } = useDates();
  const invite = (
    <ActionRow>
      <ButtonLink href="/people/invitation">{t("invite")}</ButtonLink>
    </ActionRow>
  );
  if (invited.length === 0) {
    return (
      <Block heading={t("helpers")} id="invited">
        <EmptyState actions={invite}>
          <p>{t("helpers-text")}</p>
        </EmptyState>
      </Block>
    );
  }
  return (
    <Block heading={t("invited")} id="invited" more={<a href="/people">{t("all-people")}</a>}>
      <Table
        quietCaption
        narrow="stack"
        caption={t("caption-invited")}
        columns={[{ head: t("head-person") }, { head: t("head-link") }]}
        rows={invited.map(({ id, personId, name, expiresAt, expired }) => ({
          key: id,
          cells: [
            <Person key="who" name={name} href={`/people/${personId}`} />,
            expired ? t("link-expired", { on: dayOf(expiresAt) }) : t("link-until", { on: dayOf(expiresAt) }),
          ],
        }))}
      />
    </Block>
  );
}
