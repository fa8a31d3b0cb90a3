import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { DateField } from "#ui/date-field/date-field.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";

interface YearFieldsProps {
  form: FormState;
  now: { name: string; startsOn: string; endsOn: string };
}

export function YearFields({ form: { typed, problem }, now }: YearFieldsProps) {
  const t = useTranslations("district");
  return (
    <>
      <TextField
        name="name"
        label={t("head-year")}
        hint={t("year-name-hint")}
        error={problem("name")}
        defaultValue={typed.name ?? now.name}
        width="short"
        autoComplete="off"
        required
      />
      <FieldRow>
        <DateField
          name="startsOn"
          label={t("starts")}
          error={problem("startsOn")}
          defaultValue={typed.startsOn ?? now.startsOn}
          required
        />
        <DateField
          name="endsOn"
          label={t("ends")}
          error={problem("endsOn")}
          defaultValue={typed.endsOn ?? now.endsOn}
          required
        />
      </FieldRow>
    </>
  );
}
