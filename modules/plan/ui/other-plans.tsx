/** The plans around this one: what it means for a school, and what else can be read here. */
import { useTranslations } from "use-intl";
import { Table } from "#ui/table/table.tsx";
import type { PlanView } from "../plan-view.ts";
import type { OtherPlan, Others } from "../present-others.ts";
import { usePeriod, usePlanLinks, Words } from "./plan-words.tsx";

export function OtherPlans({ plan, others }: { plan: PlanView; others: Others }) {
  const t = useTranslations("plan");
  if (plan.org.kind === "district") {
    return (
      <>
        <PlansOf head={t("school")} rows={others.schools} />
        {others.departments.length > 0 && <PlansOf head={t("department")} rows={others.departments} />}
      </>
    );
  }
  const places = [...others.schools, ...others.departments].flatMap(({ plans }) => plans);
  return (
    <ul className="plan-list">
      {[...others.district, ...places].map((other) => (
        <li key={other.slug}>
          <PlanLink plan={other} />
        </li>
      ))}
    </ul>
  );
}

function PlansOf({ head, rows }: { head: string; rows: Others["schools"] }) {
  const t = useTranslations("plan");
  return (
    <div className="plan-series">
      <Table
        caption={head}
        quietCaption
        narrow="stack"
        columns={[{ head }, { head: t("its-plan") }, { head: t("carries") }]}
        rows={rows.flatMap(({ name, plans }) =>
          plans.length === 0
            ? [{ key: name, cells: [name, <span key="none">{t("no-school-plan")}</span>] }]
            : plans.map((other) => ({
                key: other.slug,
                cells: [name, <PlanLink key="plan" plan={other} />, t("carries-count", { count: other.supports })],
              })),
        )}
      />
    </div>
  );
}

function PlanLink({ plan }: { plan: OtherPlan }) {
  const { toPlan } = usePlanLinks();
  const period = usePeriod();
  return (
    <>
      <a href={toPlan(plan.slug)}>
        <Words>{plan.title}</Words>
      </a>
      {plan.period !== null && `, ${period(plan.period)}`}
    </>
  );
}
