import { useTranslations } from "use-intl";
import type { PlanLine } from "#app/plan-work.ts";
import { Block } from "#ui/block/block.tsx";
import { Table } from "#ui/table/table.tsx";

/** The plans of the district, its schools and departments. */
export function PlansBlock({ plans, keeps }: { plans: readonly PlanLine[]; keeps: boolean }) {
  const t = useTranslations("home");
  return (
    <Block heading={t("plans")} id="plans" more={keeps && <a href="/plan/documents">{t("hand-in-another")}</a>}>
      <Table
        quietCaption
        narrow="stack"
        caption={t("caption-plans")}
        columns={[{ head: t("head-plan") }, { head: t("head-whose") }, { head: t("head-audience") }]}
        rows={plans.map(({ href, title, whose, version, isPublic }) => ({
          key: href,
          cells: [
            <a key="plan" href={href}>
              {version === null ? title : t("plan-version", { title, version })}
            </a>,
            whose ?? t("the-district"),
            isPublic ? t("public") : t("staff-only"),
          ],
        }))}
      />
    </Block>
  );
}
