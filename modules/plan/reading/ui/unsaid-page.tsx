/** What a plan does not say, so that anyone can ask: counted, and then line by line. */
import { useFormatter, useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import { InPlan, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import { OF_MEASURES, OF_WORK, type UnsaidView } from "../unsaid.ts";

export function UnsaidPage({ view, language }: { view: UnsaidView; language: string }) {
  const t = useTranslations("reading.unsaid");
  const { head, work, measures, goals, lines } = view;
  const place = (
    <Crumb
      label={t("here")}
      steps={[{ href: `/plans/${head.slug}`, text: <Words>{head.title}</Words> }, { text: t("here") }]}
    />
  );
  return (
    <InPlan base="/plans" slug={head.slug} language={language}>
      <Finding over={place} lede={lines.length > 0 && t("lede")}>
        {t("finding", { count: lines.length })}
      </Finding>
      {lines.length > 0 && (
        <>
          <Counts
            caption={t("counted")}
            rows={[
              ...OF_WORK.map((field) => ({
                field,
                of: t("of-work", { count: work.total }),
                count: work.without[field],
                all: work.total,
              })),
              ...OF_MEASURES.map((field) => ({
                field,
                of: t("of-measures", { count: measures.total }),
                count: measures.without[field],
                all: measures.total,
              })),
              {
                field: "measure" as const,
                of: t("of-goals", { count: goals.total }),
                count: goals.without,
                all: goals.total,
              },
            ]}
          />
          <Block heading={t("lines")} id="lines">
            <Lines lines={lines} />
          </Block>
        </>
      )}
      <Note>{t("rule")}</Note>
    </InPlan>
  );
}

interface CountRow {
  field: UnsaidView["lines"][number]["without"][number];
  of: string;
  count: number;
  all: number;
}

function Counts({ caption, rows }: { caption: string; rows: CountRow[] }) {
  const t = useTranslations("reading.unsaid");
  return (
    <Table
      caption={caption}
      quietCaption
      narrow="stack"
      columns={[{ head: t("what") }, { head: t("how-many"), numeric: true }, { head: t("of") }]}
      rows={rows
        .filter(({ all }) => all > 0)
        .map(({ field, of, count }) => ({ key: field, cells: [t(`without.${field}`), count, of] }))}
    />
  );
}

function Lines({ lines }: Pick<UnsaidView, "lines">) {
  const t = useTranslations("reading.unsaid");
  const format = useFormatter();
  const { toElement } = usePlanLinks();
  return (
    <Table
      caption={t("lines-table")}
      quietCaption
      narrow="stack"
      columns={[{ head: t("element") }, { head: t("does-not-say") }]}
      rows={lines.map(({ address, name, words, without }) => ({
        key: address,
        cells: [
          <span key="element">
            <CodeTag code={name} href={toElement(address)} /> <Words>{words}</Words>
          </span>,
          format.list(without.map((field) => t(`unsaid.${field}`))),
        ],
      }))}
    />
  );
}
