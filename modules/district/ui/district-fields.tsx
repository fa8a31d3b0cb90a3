import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { STATES, TIME_ZONES } from "../domain.ts";

interface DistrictFieldsProps {
  form: FormState;
  /** The field of the district's name: a form that also asks for a person's calls it something else. */
  nameField: string;
  now: { name?: string; state?: string | null; timeZone: string; language: string };
}

/** What is said of a district: name, state, time zone, language. */
export function DistrictFields({ form: { typed, problem }, nameField, now }: DistrictFieldsProps) {
  const t = useTranslations("district");
  return (
    <>
      <TextField
        name={nameField}
        label={t("name")}
        hint={t("name-hint")}
        error={problem(nameField)}
        defaultValue={typed[nameField] ?? now.name}
        autoComplete="organization"
        required
      />
      <SelectField
        name="state"
        label={t("state")}
        error={problem("state")}
        defaultValue={typed.state ?? now.state ?? ""}
        options={[
          { value: "", text: t("state-none") },
          ...Object.entries(STATES).map(([value, text]) => ({ value, text })),
        ]}
      />
      <SelectField
        name="timeZone"
        label={t("time-zone")}
        hint={t("time-zone-hint")}
        error={problem("timeZone")}
        defaultValue={typed.timeZone ?? now.timeZone}
        options={TIME_ZONES.map((value) => ({ value, text: t(`time-zones.${value}`) }))}
      />
      <RadioGroup
        name="language"
        legend={t("language")}
        hint={t("language-hint")}
        error={problem("language")}
        defaultValue={typed.language ?? now.language}
        options={[
          { value: "en", label: "English" },
          { value: "es", label: "Español" },
        ]}
      />
    </>
  );
}
