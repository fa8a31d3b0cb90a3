/** What does not agree in the document: shown, led to, and never decided by the program. */
import { Block } from "#ui/block/block.tsx";
import { Button } from "#ui/button/button.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { ReviewView } from "../present.ts";
import { useItemWords } from "./words.ts";

export function Warnings({ view, works }: { view: ReviewView; works: boolean }) {
  const { t } = useItemWords(view.levels);
  if (view.warnings.length === 0) return null;
  return (
    <Block id="warnings" heading={t("warnings")}>
      <p>{t("warnings-lede")}</p>
      <ul className="warning-list">
        {view.warnings.map((warning) => (
          <li key={warning.n} id={`w${warning.n}`}>
            <p>
              {t(`warning.${warning.kind}`, warning.values as never)}{" "}
              {[...new Set(warning.lines)].map((n) => (
                <a key={n} href={`?from=${n}#l${n}`}>
                  {t("line", { n })}
                </a>
              ))}
            </p>
            {warning.noted ? (
              <p className="quiet">{t("noted")}</p>
            ) : (
              works && (
                <StepForm step={{ do: "note-warning", warning: String(warning.n) }}>
                  <Button plain>{t("note-warning")}</Button>
                </StepForm>
              )
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
