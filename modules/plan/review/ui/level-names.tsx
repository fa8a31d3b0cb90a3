/** The plan's own names for its levels, each to be put right. */
import { Block } from "#ui/block/block.tsx";
import { Button } from "#ui/button/button.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { ReviewView } from "../present.ts";
import { useItemWords } from "./words.ts";

export function LevelNames({ view }: { view: ReviewView }) {
  const { t } = useItemWords(view.levels);
  if (view.levels.length === 0) return null;
  return (
    <Block id="levels" heading={t("levels")}>
      <p>{t("levels-hint")}</p>
      <div className="step-forms">
        {view.levels.map((level, at) => (
          <StepForm key={`${level.key} ${level.label}`} step={{ do: "rename-level", level: level.key }}>
            <label htmlFor={`level-${at}`}>{t("level-name", { n: at + 1 })}</label>
            <input
              className="control"
              id={`level-${at}`}
              name="label"
              defaultValue={level.label}
              maxLength={100}
              required
              data-width="half"
            />
            <Button>{t("rename-level")}</Button>
          </StepForm>
        ))}
      </div>
    </Block>
  );
}
