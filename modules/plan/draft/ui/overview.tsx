/** Nothing is selected: the whole of the draft, its years and levels, and what was done to it last. */
import { Block } from "#ui/block/block.tsx";
import { Button } from "#ui/button/button.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { DraftView } from "../present.ts";
import { EditList, type ListedEdit } from "./edit-list.tsx";
import { useDraftWords } from "./words.ts";

interface OverviewProps {
  view: DraftView;
  edits: ListedEdit[];
  works: boolean;
  /** Where it is compared with the version in force, and the number of that one; null while nothing is in force. */
  compare: { href: string; n: number } | null;
  /** A plan never adopted may be shown to everyone while it is edited. */
  isPublic: boolean;
}

export function Overview({ view, edits, works, compare, isPublic }: OverviewProps) {
  const { t } = useDraftWords();
  return (
    <>
      <p>{t(works ? (isPublic ? "overview-public" : "overview") : "overview-read")}</p>
      {compare && (
        <p>
          <a href={compare.href}>{t("compare", { n: compare.n })}</a>
        </p>
      )}
      <EditList edits={edits} works={works} />
      {works && <Period view={view} />}
      {works && <Levels view={view} />}
    </>
  );
}

function Period({ view: { period } }: { view: DraftView }) {
  const { t, fieldOf } = useDraftWords();
  const { printed = "", start, end } = period ?? {};
  return (
    <Block id="period" heading={t("period")} level={3}>
      <StepForm step={{ do: "set-period" }} stacked key={`${printed} ${start} ${end}`}>
        <TextField name="printed" label={fieldOf("printed")} hint={t("period-hint")} defaultValue={printed} />
        <FieldRow>
          <TextField name="start" label={fieldOf("start")} defaultValue={start ?? ""} width="short" />
          <TextField name="end" label={fieldOf("end")} defaultValue={end ?? ""} width="short" />
        </FieldRow>
        <p>
          <Button>{t("save-period")}</Button>
        </p>
      </StepForm>
    </Block>
  );
}

function Levels({ view: { levels } }: { view: DraftView }) {
  const { t } = useDraftWords();
  return (
    <Block
      id="levels"
      heading={t("levels")}
      level={3}
      more={
        levels.some(({ numbering }) => numbering.style !== "none") && <a href="?show=renumber#words">{t("renumber")}</a>
      }
    >
      <p>{t("levels-hint")}</p>
      <div className="step-forms">
        {levels.map(({ key, label }, at) => (
          <StepForm key={`${key} ${label}`} step={{ do: "rename-level", level: key }}>
            <label htmlFor={`level-${at}`}>{t("level", { n: at + 1 })}</label>
            <input
              className="control"
              id={`level-${at}`}
              name="label"
              defaultValue={label}
              maxLength={100}
              data-width="half"
              required
            />
            <Button>{t("rename")}</Button>
          </StepForm>
        ))}
        <StepForm step={{ do: "add-level" }}>
          <label htmlFor="level-new">{t("level-new")}</label>
          <input className="control" id="level-new" name="label" maxLength={100} data-width="half" required />
          <Button>{t("add-level")}</Button>
        </StepForm>
      </div>
    </Block>
  );
}
