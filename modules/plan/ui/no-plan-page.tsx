/** Where the plan will stand, as long as none is open to everyone: what it will be, and the way in for those who bring it. */
import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { PlanLink } from "../read-page.ts";
import { usePeriod } from "./plan-words.tsx";

interface NoPlanPageProps {
  district: string;
  isStaff: boolean;
  /** Plans of schools and departments that everyone may read already. */
  plans: PlanLink[];
}

export function NoPlanPage({ district, isStaff, plans }: NoPlanPageProps) {
  const t = useTranslations("plan.no-plan");
  const period = usePeriod();
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
      {plans.length > 0 && (
        <Block heading={t("readable")} id="plans">
          <ul className="plan-list">
            {plans.map((plan) => (
              <li key={plan.slug}>
                <a href={`/plans/${plan.slug}`}>{plan.title}</a>, {plan.org}
                {plan.period !== null && `, ${period(plan.period)}`}
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}
