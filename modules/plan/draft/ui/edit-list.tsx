/** What was done to the draft, the last first; each can be taken back. */
import { useFormatter } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { Button } from "#ui/button/button.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { EditSummary } from "../summary.ts";
import { selecting, useDraftWords } from "./words.ts";

export interface ListedEdit extends EditSummary {
  n: number;
  by: string | null;
  at: Date;
}

export function EditList({ edits, works }: { edits: ListedEdit[]; works: boolean }) {
  const { t } = useDraftWords();
  const oldest = edits.at(-1)?.n ?? 1;
  return (
    <Block
      id="edits"
      heading={t("edits")}
      level={3}
      more={oldest > 1 && <a href="?show=edits#words">{t("all-edits")}</a>}
    >
      {edits.length === 0 && <p>{t("no-edits")}</p>}
      <ol className="draft-edits" reversed start={edits[0]?.n}>
        {edits.map((edit) => (
          <li key={edit.n} value={edit.n}>
            <Told edit={edit} />
            {works && (
              <StepForm step={{ do: "take-back", n: String(edit.n) }}>
                <Button plain>
                  {t("take-back")}
                  <span className="visually-hidden"> {t("edit-n", { n: edit.n })}</span>
                </Button>
              </StepForm>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Told({ edit: { by, at, first, more } }: { edit: ListedEdit }) {
  const { t, fieldOf, nameOf } = useDraftWords();
  const format = useFormatter();
  const isThere = first.kind !== "dropped" && !["level", "period", "focus"].includes(first.element);
  const name = first.element === "period" ? t("period") : nameOf(first);
  const what = { field: fieldOf(first.field ?? ""), name };
  return (
    <div>
      <p>
        {t(`did.${first.kind}`, what)}
        {more > 0 && ` ${t("and-more", { more })}`}
      </p>
      <p className="draft-edit-by">
        {by ?? t("someone")},{" "}
        <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}</time>
        {isThere && (
          <>
            {" · "}
            <a href={selecting(first.address)}>{t("see-it")}</a>
          </>
        )}
      </p>
    </div>
  );
}
