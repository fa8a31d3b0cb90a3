/** Start, target and day of a measure, wherever the document has put them. Pure. */
import type { MeasureView } from "./plan-view.ts";

export type MeasureEnds = Record<"baseline" | "target" | "by", string | null>;

/** As marked in its sentence; else the first start and the last target of its row of values. */
export function endsOf({ baseline, target, by, series }: MeasureEnds & Pick<MeasureView, "series">): MeasureEnds {
  const first = series.find(({ kind }) => kind === "baseline");
  const last = series.findLast(({ kind }) => kind === "target");
  return {
    baseline: baseline ?? (first ? `${first.value}, ${first.period}` : null),
    target: target ?? last?.value ?? null,
    by: by ?? last?.period ?? null,
  };
}
