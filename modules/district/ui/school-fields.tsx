import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { GRADES } from "../domain.ts";

interface SchoolFieldsProps {
  form: FormState;
  now: { name: string; lowestGrade: string; highestGrade: string } | null;
}

export function SchoolFields({ form: { typed, problem }, now }: SchoolFieldsProps) {
  const t = useTranslations("district");
  const grades = [
    { value: "", text: t("grade-choose") },
    ...GRADES.map((value) => ({ value, text: t(`grades.${value}`) })),
  ];
  return (
    <>
      <TextField
        name="name"
        label={t("head-school")}
        error={problem("name")}
        defaultValue={typed.name ?? now?.name}
        autoComplete="off"
        required
      />
      <FieldRow>
        <SelectField
          name="lowestGrade"
          label={t("lowest-grade")}
          error={problem("lowestGrade")}
          defaultValue={typed.lowestGrade ?? now?.lowestGrade ?? ""}
          options={grades}
          required
        />
        <SelectField
          name="highestGrade"
          label={t("highest-grade")}
          error={problem("highestGrade")}
          defaultValue={typed.highestGrade ?? now?.highestGrade ?? ""}
          options={grades}
          required
        />
      </FieldRow>
    </>
  );
}
