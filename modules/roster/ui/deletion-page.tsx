import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";

interface DeletionPageProps {
  id: string;
  name: string;
  familyName: string;
  form: FormState;
}

/** Is this the right student, what goes, what stays? */
export function DeletionPage({ id, name, familyName, form }: DeletionPageProps) {
  const t = useTranslations("roster");
  return (
    <>
      <title>{t("deletion-title", { name })}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/students", text: t("search-title") },
              { href: `/students/${id}`, text: name },
              { href: `/students/${id}/record`, text: t("record") },
              { text: t("record-delete") },
            ]}
          />
        }
        lede={t("deletion-lede")}
      >
        {t("deletion-title", { name })}
      </Finding>
      <Notice says={t("deletion-final")}>
        <p>{t("deletion-again")}</p>
      </Notice>
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="because"
            label={t("deletion-because")}
            hint={t("deletion-because-hint")}
            error={form.problem("because")}
            defaultValue={form.typed.because}
            autoComplete="off"
            maxLength={500}
          />
          <TextField
            name="typed"
            label={t("deletion-typed", { name: familyName })}
            error={form.problem("typed")}
            width="half"
            autoComplete="off"
            spellCheck={false}
          />
          <ActionRow>
            <Button first>{t("deletion-button")}</Button>
            <a href={`/students/${id}`}>{t("deletion-keep")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
