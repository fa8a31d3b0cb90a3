import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Button } from "#ui/button/button.tsx";
import { Person } from "#ui/person/person.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import type { InvitedLine } from "../present.ts";

/** Invitations that wait for an answer, each to be withdrawn. */
export function InvitedTable({ lines }: { lines: readonly InvitedLine[] }) {
  const t = useTranslations("people");
  const { dayOf } = useDates();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("invited-caption")}
      columns={[
        { head: t("head-person") },
        { head: t("head-invited") },
        { head: t("head-link") },
        { head: t("withdraw"), quiet: true },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <Person key="who" name={line.name} job={line.email} href={`/people/${line.personId}`} />,
          t("invited-on", { on: dayOf(line.invitedAt), by: line.inviter ?? t("given-by-program") }),
          line.expired ? (
            <Tag key="until">{t("link-expired", { on: dayOf(line.expiresAt) })}</Tag>
          ) : (
            t("link-until", { on: dayOf(line.expiresAt) })
          ),
          <form key="withdraw" method="post" action={`/people/invitations/${line.id}/withdrawal`}>
            <Button plain>
              {t("withdraw")}
              <VisuallyHidden>{t("withdraw-of", { name: line.name })}</VisuallyHidden>
            </Button>
          </form>,
        ],
      }))}
    />
  );
}
