/** The questions about a motion: its words, who moved and seconded it, how each member voted. No vote is presumed. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { FieldRow, FormPart } from "#ui/form-layout/form-layout.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { CHOICES, type Member } from "../motion.ts";

export interface MotionFieldsProps {
  form: FormState;
  members: Member[];
  suggested: { by: string; wording: string };
}

export function MotionFields({ form, members, suggested }: MotionFieldsProps) {
  const t = useTranslations("adoption");
  const who = [{ value: "", text: t("choose") }, ...members.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <>
      <FormPart legend={t("the-motion")}>
        <TextField
          name="by"
          label={t("body")}
          defaultValue={form.typed.by ?? suggested.by}
          error={form.problem("by")}
          required
        />
        <TextArea
          name="wording"
          label={t("wording")}
          hint={t("wording-hint")}
          rows={3}
          maxLength={4_000}
          defaultValue={form.typed.wording ?? suggested.wording}
          error={form.problem("wording")}
          required
        />
        <TextField
          name="resolution"
          label={t("resolution")}
          optional={t("optional")}
          width="half"
          defaultValue={form.typed.resolution}
          error={form.problem("resolution")}
        />
        <FieldRow>
          {(["mover", "seconder"] as const).map((name) => (
            <SelectField
              key={name}
              name={name}
              label={t(name)}
              options={who}
              defaultValue={form.typed[name] ?? ""}
              error={form.problem(name)}
              required
            />
          ))}
        </FieldRow>
      </FormPart>
      <FormPart legend={t("the-vote")}>
        <div className="roll-call">
          {members.map(({ id, name }, at) => (
            <RadioGroup
              key={id}
              small
              id={at === 0 ? "votes" : undefined}
              name={`vote.${id}`}
              legend={name}
              options={CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
              defaultValue={form.typed[`vote.${id}`]}
              error={at === 0 ? form.problem("votes") : undefined}
            />
          ))}
        </div>
      </FormPart>
    </>
  );
}

/** No one may vote where no one is known to have had a seat. */
export function NoBoard({ on }: { on: string }) {
  const t = useTranslations("adoption");
  return (
    <EmptyState example={<p>{t("no-board-example")}</p>}>
      <p>{t("no-board", { day: on })}</p>
      <p>
        <a href="/people">{t("to-people")}</a>
      </p>
    </EmptyState>
  );
}
