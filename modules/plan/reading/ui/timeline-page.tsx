/** A plan by its dates: drawn on an axis of school years, the same as a table, and what names no date that can be drawn. */
import { useLocale, useTranslations } from "use-intl";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { Block } from "#ui/block/block.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FigureWithTable } from "#ui/figure-with-table/figure-with-table.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import { CodedRow, CodedRows } from "../../ui/coded-rows.tsx";
import { InPlan, SAID, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { TimeLine, TimelineView } from "../timeline.ts";
import { TimelineFigure } from "./timeline-figure.tsx";
import { useMoments } from "./use-moments.ts";

export function TimelinePage({ view, language }: { view: TimelineView; language: string }) {
  const t = useTranslations("reading.timeline");
  const reader = useLocale();
  const number = (count: number) => numberWordFirst(count, reader);
  const { head, dated, undated, undrawn, reach } = view;
  const place = (
    <Crumb
      label={t("here")}
      steps={[{ href: `/plans/${head.slug}`, text: <Words>{head.title}</Words> }, { text: t("here") }]}
    />
  );
  const words = {
    ...{ undated, undrawn: undrawn.length },
    ...{ undatedNumber: number(undated), undrawnNumber: number(undrawn.length) },
  };
  const isEmpty = dated === 0 && undrawn.length === 0;
  return (
    <InPlan base="/plans" slug={head.slug} language={language}>
      <Finding over={place} lede={!isEmpty && t("lede", words)}>
        {t.rich("finding", { count: dated, number: number(dated), plan: head.title, ...SAID })}
      </Finding>
      {isEmpty && (
        <EmptyState
          example={<p>{t("none-example")}</p>}
          actions={<a href={`/plans/${head.slug}`}>{t("whole-plan")}</a>}
        >
          <p>{t("none")}</p>
        </EmptyState>
      )}
      {dated > 0 && reach !== null && (
        <FigureWithTable caption={t("caption")} summary={t("show-table")} table={<DatesTable view={view} />}>
          <TimelineFigure view={view} reach={reach} />
        </FigureWithTable>
      )}
      {undrawn.length > 0 && <Undrawn lines={undrawn} />}
    </InPlan>
  );
}

function DatesTable({ view: { groups } }: { view: TimelineView }) {
  const t = useTranslations("reading.timeline");
  const { toElement } = usePlanLinks();
  const say = useMoments();
  const rows = groups.flatMap(({ lines }) => lines);
  const hasOwners = rows.some(({ owner }) => owner !== null);
  const cells = (line: TimeLine) => [
    <span key="element">
      <CodeTag code={line.name} href={toElement(line.address)} /> <Words>{line.words}</Words>
    </span>,
    line.spans.map(say.from).join("; "),
    line.spans.map(say.to).join("; "),
    <Words key="printed">{line.printed}</Words>,
    ...(hasOwners ? [<Words key="owner">{line.owner ?? t("unsaid")}</Words>] : []),
  ];
  return (
    <div className="plan-series">
      <Table
        caption={t("table")}
        narrow="stack"
        columns={["element", "from", "to", "printed", ...(hasOwners ? ["owner"] : [])].map((key) => ({
          head: t(key as "element" | "from" | "to" | "printed" | "owner"),
        }))}
        rows={rows.map((line) => ({ key: line.address, cells: cells(line) }))}
      />
    </div>
  );
}

function Undrawn({ lines }: { lines: TimelineView["undrawn"] }) {
  const t = useTranslations("reading.timeline");
  return (
    <Block heading={t("undrawn")} id="the_undrawn">
      <Note>{t("undrawn-note")}</Note>
      <CodedRows>
        {lines.map(({ address, name, words, printed }) => (
          <CodedRow key={address} address={address} tag={name}>
            <p className="plan-title">
              <Words>{words}</Words>
            </p>
            <p className="plan-quiet">
              <Words>{printed}</Words>
            </p>
          </CodedRow>
        ))}
      </CodedRows>
    </Block>
  );
}
