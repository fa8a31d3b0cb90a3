import { useTranslations } from "use-intl";
import { SUBJECTS, type Subject } from "#lib/inventory.ts";
import { Block } from "#ui/block/block.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";

interface InventoryPageProps {
  held: Record<
    Subject,
    readonly { table: string; what: string; why: string; until: string; columns: readonly string[] }[]
  >;
  plain: readonly string[];
}

/** What the program holds of people, why and for how long: for a parent who asks, and whoever must answer. */
export function InventoryPage({ held, plain }: InventoryPageProps) {
  const t = useTranslations("roster.inventory");
  const words = (part: "what" | "why" | "until", key: string) => t(`${part}.${key}` as Parameters<typeof t>[0]);
  return (
    <>
      <title>{t("title")}</title>
      <Finding lede={t("lede")}>{t("title")}</Finding>
      {SUBJECTS.map((subject) => (
        <Block key={subject} heading={t(`subject.${subject}`)} id={subject}>
          <Table
            quietCaption
            narrow="stack"
            caption={t("table-of", { heading: t(`subject.${subject}`) })}
            columns={[
              { head: t("head-what") },
              { head: t("head-why") },
              { head: t("head-until") },
              { head: t("head-fields") },
            ]}
            rows={held[subject].map(({ table, what, why, until, columns }) => ({
              key: table,
              cells: [
                words("what", what),
                words("why", why),
                words("until", until),
                <Fields key="fields" table={table} columns={columns} />,
              ],
            }))}
          />
        </Block>
      ))}
      <Disclosure summary={t("plain", { count: plain.length })}>
        <p>{plain.join(", ")}</p>
      </Disclosure>
    </>
  );
}

function Fields({ table, columns }: { table: string; columns: readonly string[] }) {
  return (
    <>
      <b>{table}</b>: {columns.join(", ")}
    </>
  );
}
