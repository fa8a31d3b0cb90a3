/** Codes by the rule of their level: first what would change, then the button. */
import { Button } from "#ui/button/button.tsx";
import { CheckBox, CheckGroup } from "#ui/check-box/check-box.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { NewCode } from "../renumber.ts";
import { useDraftWords } from "./words.ts";

export interface RenumberView {
  /** Levels that count, and which of them are chosen. */
  levels: { key: string; label: string; chosen: boolean }[];
  blank: boolean;
  codes: (NewCode & { text: string | null })[];
}

export function Renumber({ levels, blank, codes }: RenumberView) {
  const { t } = useDraftWords();
  const chosen = levels.filter((level) => level.chosen);
  return (
    <>
      <p>{t("renumber-says")}</p>
      <form method="get">
        <input type="hidden" name="show" value="renumber" />
        <FormLayout>
          <CheckGroup
            name="levels"
            legend={t("renumber-levels")}
            options={levels.map(({ key, label }) => ({ value: key, label }))}
            defaultValues={chosen.map(({ key }) => key)}
            small
          />
          <CheckBox name="blank" value="yes" label={t("renumber-blank")} defaultChecked={blank} />
          <p>
            <Button>{t("renumber-look")}</Button>
          </p>
        </FormLayout>
      </form>
      {codes.length === 0 ? (
        <p>{t("renumber-none")}</p>
      ) : (
        <>
          <Table
            caption={t("renumber-caption", { count: codes.length })}
            columns={[{ head: t("renumber-now") }, { head: t("renumber-then") }, { head: t("renumber-element") }]}
            rows={codes.map(({ address, old, now, text }) => ({
              key: address,
              cells: [old ?? t("none"), now, text ?? ""],
            }))}
          />
          <StepForm step={{ do: "renumber", ...(blank && { blank: "yes" }) }}>
            {chosen.map(({ key }) => (
              <input key={key} type="hidden" name="levels" value={key} />
            ))}
            <Button first>{t("renumber-do", { count: codes.length })}</Button>
          </StepForm>
          <Note>{t("renumber-addresses")}</Note>
        </>
      )}
    </>
  );
}
