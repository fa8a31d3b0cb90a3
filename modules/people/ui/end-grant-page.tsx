import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { GrantLine } from "../present.ts";
import { usePlace } from "./use-place.ts";

/** For the steward: is this the right one, and what happens then? */
export function EndGrantPage({ line, isOwn, form }: { line: GrantLine; isOwn: boolean; form: FormState }) {
  const t = useTranslations("people");
  const { day } = useDates();
  const { name, personId } = line;
  const told = {
    name,
    role: t(`role.${line.role}`),
    as: t(`role-as.${line.role}`),
    where: usePlace()(line.place),
    from: day(line.fromOn),
  };
  return (
    <>
      <title>{t("end-title", told)}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: t("people-title") },
              { href: `/people/${personId}`, text: name },
              { text: t("end") },
            ]}
          />
        }
        lede={isOwn ? t("end-own", told) : t("end-lede", told)}
      >
        {t("end-title", told)}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="because"
            label={t("because")}
            hint={t("because-hint")}
            optional={t("optional")}
            error={form.problem("because")}
            defaultValue={form.typed.because}
            autoComplete="off"
          />
          <ActionRow>
            <Button first>{t("end-button")}</Button>
            <a href={`/people/${personId}`}>{t("end-keep")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
