/** Whose decision each type of amendment needs in this district: read by everyone who works here, set by the steward. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { AMENDMENT_TYPES, AUTHORITIES, type AuthorityOfTypes } from "../authority.ts";

export interface AuthoritiesPageProps {
  authorities: AuthorityOfTypes;
  sets: boolean;
  form: FormState;
}

export function AuthoritiesPage({ authorities, sets, form }: AuthoritiesPageProps) {
  const t = useTranslations("adoption");
  return (
    <>
      <Finding voice="desk" over={<a href="/plan">{t("plans")}</a>} lede={t("authorities-lede")}>
        {t("authorities-title")}
      </Finding>
      {sets ? (
        <form method="post" action="/plan/authorities" noValidate>
          <FormLayout>
            {AMENDMENT_TYPES.map((type) => (
              <SelectField
                key={type}
                name={type}
                label={t(`type.${type}`)}
                hint={t(`type-hint.${type}`)}
                options={AUTHORITIES.map((value) => ({ value, text: t(`authority.${value}`) }))}
                defaultValue={form.typed[type] ?? authorities[type]}
                error={form.problem(type)}
              />
            ))}
            <ActionRow>
              <Button first>{t("authorities-do")}</Button>
              <a href="/plan">{t("not-now")}</a>
            </ActionRow>
          </FormLayout>
        </form>
      ) : (
        <Facts
          items={AMENDMENT_TYPES.map((type) => ({
            term: t(`type.${type}`),
            value: t(`authority.${authorities[type]}`),
          }))}
        />
      )}
    </>
  );
}
