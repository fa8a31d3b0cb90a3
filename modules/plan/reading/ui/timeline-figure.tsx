/** The dates of a plan on an axis of school years: its own period, what each year is for, then what is dated in each part. */
import { useFormatter, useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { type TimeBar, type TimeRow, TimeRows } from "#ui/time-rows/time-rows.tsx";
import { usePeriod, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import { extentOf } from "../moment.ts";
import type { Span } from "../spans.ts";
import type { TimeLine, TimelineView } from "../timeline.ts";

interface TimelineFigureProps {
  view: TimelineView;
  reach: { from: number; until: number };
}

export function TimelineFigure({ view: { head, period, focus, groups }, reach }: TimelineFigureProps) {
  const t = useTranslations("reading.timeline");
  const plan = useTranslations("plan");
  const format = useFormatter();
  const { toElement } = usePlanLinks();
  const sayPeriod = usePeriod();
  const whole: TimeRow[] = [
    ...(period ? [{ key: "period", label: t("period"), said: sayPeriod(head.period), bars: [barOf(period)] }] : []),
    ...focus.flatMap(({ year, span, elements }) =>
      span === null
        ? []
        : [
            {
              key: year,
              label: plan("focus", { year }),
              said: <Words>{format.list(elements.map(({ name }) => name))}</Words>,
              bars: [barOf(span)],
            },
          ],
    ),
  ];
  const rowOf = (line: TimeLine): TimeRow => ({
    key: line.address,
    label: (
      <>
        <CodeTag code={line.name} href={toElement(line.address)} /> <Words>{line.words}</Words>
      </>
    ),
    said: <Words>{line.printed}</Words>,
    bars: line.spans.map(barOf),
  });
  return (
    <TimeRows
      {...reach}
      stretches={schoolYears(reach)}
      groups={[
        { key: "whole", rows: whole },
        ...groups.map(({ top, lines }) => ({
          key: top?.address ?? "alone",
          heading: (
            <h2 className="timeline-top">
              {top === null ? t("alone") : <Words>{[top.name, top.words].filter(Boolean).join(": ")}</Words>}
            </h2>
          ),
          rows: lines.map(rowOf),
        })),
      ].filter(({ rows }) => rows.length > 0)}
    />
  );
}

/** One moment is some time within it; a year of work, and a span between two, last all through. */
function barOf({ from, to, isBefore }: Span): TimeBar {
  const end = to && extentOf(to);
  return {
    from: from && extentOf(from).from,
    until: end && (isBefore ? end.from : end.until),
    within: from !== null && from === to && from.unit !== "school-year",
  };
}

function schoolYears({ from, until }: { from: number; until: number }) {
  return Array.from({ length: Math.round(until - from) }, (_, n) => {
    const year = Math.floor(from) + n;
    return { from: from + n, until: from + n + 1, text: `${year}–${String(year + 1).slice(2)}` };
  });
}
