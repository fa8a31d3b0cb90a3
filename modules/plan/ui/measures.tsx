/** Measures under what they prove: the sentence, what it is for, and the numbers that the document marks. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { StatusLine } from "#ui/status-line/status-line.tsx";
import { Table } from "#ui/table/table.tsx";
import { CommentLink } from "../comment/ui/comment-link.tsx";
import type { ElementLink, MeasureView, SeriesEntry } from "../plan-view.ts";
import { usePlanLinks, Words } from "./plan-words.tsx";

interface MeasuresProps {
  measures: MeasureView[];
  /** Measures that stand elsewhere on the page. */
  also?: ElementLink[];
  large?: boolean;
}

export function Measures({ measures, also = [], large = false }: MeasuresProps) {
  const t = useTranslations("plan");
  return (
    <>
      {tablesAndSentences(measures).map((group) =>
        group.heads.length > 0 ? (
          <SeriesTable key={group.measures[0]?.address} {...group} />
        ) : (
          group.measures.map((measure) => <Measure key={measure.address} measure={measure} large={large} />)
        ),
      )}
      {also.length > 0 && (
        <div className="plan-tied">
          <span>{t("also-proven")}</span>
          <ul>
            {also.map(({ address, tag, words }) => (
              <li key={address}>
                <CodeTag code={tag} href={`#${address}`} /> <Words>{words}</Words>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Measure({ measure, large }: { measure: MeasureView; large: boolean }) {
  const { toElement } = usePlanLinks();
  const facts = useMeasureFacts(measure);
  const { address, tag, text } = measure;
  return (
    <div className="plan-measure" id={address} data-large={large ? "" : undefined}>
      <div>
        <CodeTag code={tag} href={toElement(address)} />
        <p className="plan-measure-said">
          <Words>{text}</Words>
        </p>
        <MeasureStanding measure={measure} />
        <CommentLink address={address} tag={tag} />
      </div>
      {facts.length > 0 && <Facts items={facts} />}
    </div>
  );
}

export function MeasureStanding({ measure }: { measure: MeasureView }) {
  const t = useTranslations("plan");
  const isRead = measure.series.some(({ kind }) => kind === "actual");
  const facts = [
    t(`role.${measure.role}`),
    ...(measure.note === null ? [] : [<Words key="note">{measure.note}</Words>]),
    ...(isRead ? [] : [t("no-reading")]),
  ];
  return <StatusLine facts={facts} />;
}

export function useMeasureFacts({ baseline, target, by }: Pick<MeasureView, "baseline" | "target" | "by">) {
  const t = useTranslations("plan");
  const items = [
    { key: "start", term: t("start"), value: baseline },
    { key: "target", term: t("target"), value: target },
    { key: "by", term: t("by"), value: by },
  ];
  return items.flatMap(({ value, ...item }) => (value === null ? [] : [{ ...item, value: <Words>{value}</Words> }]));
}

interface SeriesGroup {
  heads: Pick<SeriesEntry, "kind" | "period">[];
  measures: MeasureView[];
}

/** Measures that the document prints with values by year, as the table that it prints. */
function SeriesTable({ heads, measures }: SeriesGroup) {
  const t = useTranslations("plan");
  const { toElement } = usePlanLinks();
  return (
    <div className="plan-series">
      <Table
        caption={t("series-caption", { count: measures.length })}
        quietCaption
        columns={[
          { head: t("measure") },
          ...heads.map(({ kind, period }) => ({ head: t("series-head", { kind, period }), numeric: true })),
        ]}
        rows={measures.map(({ address, tag, text, series }) => ({
          key: address,
          cells: [
            <span key="said" id={address}>
              <CodeTag code={tag} href={toElement(address)} /> <Words>{text}</Words>
              <CommentLink address={address} tag={tag} />
            </span>,
            ...series.map(({ value }) => <Words key={value}>{value}</Words>),
          ],
        }))}
      />
    </div>
  );
}

const sameHeads = (one: SeriesGroup["heads"], other: SeriesGroup["heads"]): boolean =>
  one.length === other.length &&
  one.every(({ kind, period }, at) => kind === other[at]?.kind && period === other[at]?.period);

function tablesAndSentences(measures: MeasureView[]): SeriesGroup[] {
  const groups: SeriesGroup[] = [];
  for (const measure of measures) {
    const heads = measure.series.map(({ kind, period }) => ({ kind, period }));
    const last = groups.at(-1);
    if (last && sameHeads(last.heads, heads)) last.measures.push(measure);
    else groups.push({ heads, measures: [measure] });
  }
  return groups;
}
