/** Where the plan will stand, as long as none is open to everyone: what it will be, and the way in for those who bring it. */
import { useTranslations } from "use-intl";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";

export function NoPlanPage({ district, isStaff }: { district: string; isStaff: boolean }) {
  const t = useTranslations("plan.no-plan");
  return (
    <>
      <Finding lede={t("lede")}>{t("title", { district })}</Finding>
      <EmptyState
        example={
          <p>
            {t("example")} <strong>{t("example-goal")}</strong> {t("example-rest")}
          </p>
        }
        actions={
          <ActionRow>
            {isStaff ? (
              <ButtonLink first href="/plan">
                {t("go-on")}
              </ButtonLink>
            ) : (
              <ButtonLink href="/sign-in">{t("sign-in")}</ButtonLink>
            )}
          </ActionRow>
        }
      >
        <p>{t("for-staff")}</p>
      </EmptyState>
    </>
  );
}
