/** There is nothing to compare yet. */
import { useTranslations } from "use-intl";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";

export function OneVersion({ to }: { to: string }) {
  const t = useTranslations("register");
  return (
    <>
      <title>{t("only-one")}</title>
      <Finding
        lede={t("only-one-lede")}
        stand={
          <ActionRow>
            <ButtonLink href={to}>{t("to-plan")}</ButtonLink>
          </ActionRow>
        }
      >
        {t("only-one")}
      </Finding>
    </>
  );
}
