import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import type { Receipt } from "../record/queries.ts";
import { useWords } from "./use-words.ts";

/** What was deleted, how much of it, when, by whom and why; it names no student. */
export function ReceiptPage({ receipt }: { receipt: Receipt }) {
  const t = useTranslations("roster");
  const { moment } = useDates();
  const { number } = useWords();
  const { id, subjectId, by, deletedAt, because, counts, sha256, holds } = receipt;
  return (
    <>
      <title>{t("receipt-title")}</title>
      <Finding lede={t("receipt-lede", { by, at: moment(deletedAt) })}>{t("receipt-title")}</Finding>
      <Block heading={t("receipt-rows")} id="rows">
        <Table
          quietCaption
          caption={t("table-of", { heading: t("receipt-rows") })}
          columns={[{ head: t("receipt-table") }, { head: t("receipt-count"), numeric: true }]}
          rows={Object.entries(counts).map(([table, n]) => ({ key: table, cells: [table, number(n)] }))}
        />
      </Block>
      <Block heading={t("receipt")} id="receipt">
        <Facts
          items={[
            { term: t("receipt-id"), value: id },
            { term: t("receipt-subject"), value: subjectId },
            { term: t("deletion-because"), value: because },
            { term: t("receipt-hash"), value: sha256 },
          ]}
        />
        <Note>{t(holds ? "receipt-holds" : "receipt-broken")}</Note>
        <Note>{t("receipt-stays")}</Note>
      </Block>
    </>
  );
}
