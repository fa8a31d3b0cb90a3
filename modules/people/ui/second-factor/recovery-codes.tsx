import { useTranslations } from "use-intl";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { FactorCrumb } from "./factor-crumb.tsx";

/** Shown once, right after they were made. */
export function RecoveryCodes({ title, codes }: { title: string; codes: readonly string[] }) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <title>{title}</title>
      <Finding over={<FactorCrumb here={t("recovery-codes")} />} lede={t("codes-lede")}>
        {title}
      </Finding>
      <FormLayout>
        <TextArea
          name="recovery"
          label={t("recovery-codes")}
          defaultValue={codes.join("\n")}
          rows={codes.length}
          spellCheck={false}
          readOnly
        />
        <ActionRow>
          <ButtonLink first href="/home">
            {t("codes-on")}
          </ButtonLink>
        </ActionRow>
      </FormLayout>
    </>
  );
}
