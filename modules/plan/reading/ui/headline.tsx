/** The measure that stands for a goal, with the numbers that its sentence does not say itself. */
import { useTranslations } from "use-intl";
import { Words } from "../../ui/plan-words.tsx";
import type { GoalLine } from "../goals.ts";

export function Headline({ measure }: Pick<GoalLine, "measure">) {
  const t = useTranslations("plan");
  const summary = useTranslations("reading.summary");
  if (measure === null) return summary("no-measure");
  const ends = { start: measure.baseline, target: measure.target, by: measure.by };
  return (
    <>
      <Words>{measure.words}</Words>
      {(["start", "target", "by"] as const).map((key) =>
        ends[key] === null ? null : (
          <span key={key} className="summary-end">
            {t(key)}: <Words>{ends[key]}</Words>
          </span>
        ),
      )}
    </>
  );
}
