/** The day comes first: who may decide follows from it. Works without script. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#ui/button/button.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";

export interface DayFormProps {
  action: string;
  label: ReactNode;
  on: string;
  today: string;
  children?: ReactNode;
}

export function DayForm({ action, label, on, today, children }: DayFormProps) {
  const t = useTranslations("adoption");
  return (
    <form method="get" action={action} className="decision-day">
      <FieldRow>
        <DateField name="on" id="day" label={label} defaultValue={on} max={today} required />
        {children}
        <Button>{t("ask-day")}</Button>
      </FieldRow>
    </form>
  );
}
