import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { GRADES } from "#modules/district/domain.ts";
import { ROLES } from "#platform/db/claims.ts";
import { DateField } from "#ui/date-field/date-field.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";

export interface GrantFieldsProps {
  form: FormState;
  /** Where it may hold. */
  places: GrantPlaces;
  today: string;
}

export interface GrantPlaces {
  schools: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
}

/** What someone may do, where, from when and until when. */
export function GrantFields({ form: { typed, problem }, places: { schools, teams }, today }: GrantFieldsProps) {
  const t = useTranslations("people");
  const grades = useTranslations("district");
  return (
    <>
      <RadioGroup
        name="role"
        legend={t("role-question")}
        error={problem("role")}
        defaultValue={typed.role}
        options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`role-may.${role}`) }))}
      />
      <SelectField
        name="schoolId"
        label={t("school")}
        hint={t("school-hint")}
        error={problem("schoolId")}
        defaultValue={typed.schoolId ?? ""}
        options={[
          { value: "", text: t("whole-district") },
          ...schools.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <SelectField
        name="grade"
        label={t("grade")}
        hint={t("grade-hint")}
        error={problem("grade")}
        defaultValue={typed.grade ?? ""}
        options={[
          { value: "", text: t("grade-all") },
          ...GRADES.map((grade) => ({ value: grade, text: grades(`grades.${grade}`) })),
        ]}
      />
      {teams.length > 0 && (
        <SelectField
          name="teamId"
          label={t("team")}
          hint={t("team-hint")}
          error={problem("teamId")}
          defaultValue={typed.teamId ?? ""}
          options={[{ value: "", text: t("team-none") }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      )}
      <FieldRow>
        <DateField
          name="fromOn"
          label={t("from")}
          error={problem("fromOn")}
          defaultValue={typed.fromOn ?? today}
          required
        />
        <DateField
          name="untilOn"
          label={t("until")}
          optional={t("optional")}
          error={problem("untilOn")}
          defaultValue={typed.untilOn}
        />
      </FieldRow>
    </>
  );
}
