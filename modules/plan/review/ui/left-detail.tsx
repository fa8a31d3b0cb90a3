/** A line that was left aside or is still open: leave it so, or take it in. */
import { Button } from "#ui/button/button.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { ReviewView, ViewLeft } from "../present.ts";
import { TypeSelect } from "./type-options.tsx";
import { useItemWords } from "./words.ts";

export function LeftDetail({ left, view, works }: { left: ViewLeft; view: ReviewView; works: boolean }) {
  const { t } = useItemWords(view.levels);
  const isOpen = left.reason === "unclear" && !left.decided;
  return (
    <section className="left-detail" aria-labelledby="left-heading">
      <h3 id="left-heading">{isOpen ? t("left-open") : t("left-aside-legend")}</h3>
      <p>
        <a href={`#l${left.line}`}>{t("line", { n: left.line })}</a> <q>{left.text}</q>
      </p>
      {works && (
        <div className="step-forms">
          <StepForm step={{ do: "accept-line", line: left.id }}>
            <label htmlFor="accept-as">{t("accept-as")}</label>
            <TypeSelect id="accept-as" levels={view.levels} />
            <Button first={isOpen}>{t("accept-line")}</Button>
          </StepForm>
          {isOpen && (
            <StepForm step={{ do: "leave-line", line: left.id }}>
              <Button hotkey="A">{t("leave-line")}</Button>
            </StepForm>
          )}
        </div>
      )}
    </section>
  );
}
