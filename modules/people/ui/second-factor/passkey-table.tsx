import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Button } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Table } from "#ui/table/table.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";

interface PasskeyTableProps {
  passkeys: readonly { id: string; name: string | null; createdAt: Date }[];
}

export function PasskeyTable({ passkeys }: PasskeyTableProps) {
  const t = useTranslations("secondFactor");
  const { dayOf } = useDates();
  if (passkeys.length === 0) {
    return (
      <EmptyState>
        <p>{t("passkey-none")}</p>
      </EmptyState>
    );
  }
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("passkey-caption")}
      columns={[
        { head: t("passkey-name") },
        { head: t("passkey-since") },
        { head: t("passkey-rename"), quiet: true },
        { head: t("passkey-remove"), quiet: true },
      ]}
      rows={passkeys.map(({ id, name, createdAt }) => {
        const shown = name ?? t("passkey-unnamed");
        return {
          key: id,
          cells: [
            shown,
            dayOf(createdAt),
            <a key="rename" href={`/account/passkeys/${id}`}>
              {t("passkey-rename")}
              <VisuallyHidden>{t("passkey-rename-of", { name: shown })}</VisuallyHidden>
            </a>,
            <form key="remove" method="post" action={`/account/passkeys/${id}/removal`}>
              <Button plain>
                {t("passkey-remove")}
                <VisuallyHidden>{t("passkey-remove-of", { name: shown })}</VisuallyHidden>
              </Button>
            </form>,
          ],
        };
      })}
    />
  );
}
