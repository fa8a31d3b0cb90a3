import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import type { PresentedRecord, RecordBlock } from "../record/present.ts";
import { useWords } from "./use-words.ts";

interface RecordPageProps {
  record: PresentedRecord;
  today: string;
}

/** Everything that is held of one student, for the family: to read, print and save. */
export function RecordPage({ record, today }: RecordPageProps) {
  const t = useTranslations("roster");
  const { day } = useDates();
  const { id, name, blocks, looks } = record;
  return (
    <>
      <title>{t("record-title", { name })}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/students", text: t("search-title") },
              { href: `/students/${id}`, text: name },
              { text: t("record") },
            ]}
          />
        }
        lede={t("record-lede", { day: day(today) })}
        stand={
          <ActionRow>
            <ButtonLink first href={`/students/${id}/record.json`}>
              {t("record-file")}
            </ButtonLink>
            <a href={`/students/${id}/deletion`}>{t("record-delete")}</a>
          </ActionRow>
        }
      >
        {t("record-title", { name })}
      </Finding>
      {blocks.map((block) => (
        <Held key={block.table} block={block} />
      ))}
      <Block heading={t("looks-link")} id="looks">
        <Looks looks={looks} />
      </Block>
    </>
  );
}

function Held({ block: { table, rows } }: { block: RecordBlock }) {
  const t = useTranslations("roster");
  const words = useTranslations("roster.record-tables");
  type Key = Parameters<typeof words>[0];
  const key = table.replace(".", "-") as Key;
  const heading = words.has(key) ? words(key) : table;
  const told = useRecordWords();
  return (
    <Block heading={heading} id={table.replace(".", "-")}>
      <Stack room="wide">
        {rows.map((row, index) => (
          <Facts
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are what they are, in their order
            key={index}
            layout="across"
            items={row.map(({ name, value }) => ({
              term: told.column(name),
              value: told.value(name, value) || t("missing"),
              missing: value === null || value === "",
            }))}
          />
        ))}
      </Stack>
    </Block>
  );
}

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the database holds, as a family would say it. What no one has words for yet stays as it is. */
function useRecordWords() {
  const t = useTranslations("roster");
  const columns = useTranslations("roster.record-columns");
  const { gradeFirst, group } = useWords();
  const { day } = useDates();
  type Column = Parameters<typeof columns>[0];
  return {
    column: (name: string): string => (columns.has(name as Column) ? columns(name as Column) : name),
    value: (name: string, value: string | boolean | null): string => {
      if (typeof value === "boolean") return t(value ? "record-yes" : "record-no");
      if (value === null || value === "") return "";
      if (name === "grade") return gradeFirst(value);
      if (name === "group_key") return group({ key: value, label: null });
      return IS_DAY.test(value) ? day(value) : value;
    },
  };
}

function Looks({ looks }: Pick<PresentedRecord, "looks">) {
  const t = useTranslations("looks");
  const { moment } = useDates();
  type Door = Parameters<typeof t>[0];
  if (looks.length === 0) return <Note>{t("of-student", { count: 0 })}</Note>;
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("caption")}
      columns={[{ head: t("head-when") }, { head: t("head-who") }, { head: t("filter-door") }]}
      rows={looks.map(({ at, by, through }, index) => ({
        key: `${index}`,
        cells: [moment(at), by ?? t("program"), t(`door.${through}` as Door)],
      }))}
    />
  );
}
