/** For whoever takes over: every plan here, one after the other, as one would tell it across a desk. Made to be printed. */
import { useLocale, useTranslations } from "use-intl";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import { InPlan, usePeriod, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { HandoverPlan } from "../handover.ts";
import { Decided, Open, PlanBefore } from "./handover-decided.tsx";
import { Part } from "./handover-part.tsx";
import { Headline } from "./headline.tsx";

interface HandoverPageProps {
  plans: HandoverPlan[];
  today: string;
  language: string;
}

/** No address of a plan has an underscore. */
const idOf = (slug: string) => `plan_${slug}`;

export function HandoverPage({ plans, today, language }: HandoverPageProps) {
  const t = useTranslations("reading.handover");
  const { day } = useDates();
  const number = numberWordFirst(plans.length, useLocale());
  return (
    <>
      <Finding lede={t("lede", { count: plans.length, number, day: day(today) })}>{t("finding")}</Finding>
      {plans.length === 0 && (
        <EmptyState
          example={<p>{t("empty-example")}</p>}
          actions={<ButtonLink href="/plan">{t("to-plans")}</ButtonLink>}
        >
          <p>{t("empty")}</p>
        </EmptyState>
      )}
      {plans.length > 1 && (
        <nav className="handover-contents" aria-label={t("contents")}>
          <ul>
            {plans.map(({ head, isFollowed }) => (
              <li key={head.slug}>
                <a href={`#${idOf(head.slug)}`}>{head.title}</a>, {head.org.name}
                {isFollowed && `. ${t("followed")}`}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {plans.map((plan) => (
        <InPlan key={plan.head.slug} base="/plan" slug={plan.head.slug} language={language}>
          <Plan plan={plan} />
        </InPlan>
      ))}
    </>
  );
}

function Plan({ plan }: { plan: HandoverPlan }) {
  const t = useTranslations("reading.handover");
  const whose = useTranslations("plan.whose");
  const period = usePeriod();
  const { toPlan } = usePlanLinks();
  const { head, isFollowed, focus } = plan;
  const line = [
    whose(head.kind, { org: head.org.name }),
    ...(head.period === null ? [] : [period(head.period)]),
    ...(isFollowed ? [t("followed")] : []),
  ];
  return (
    <div className="handover-plan">
      <Block
        id={idOf(head.slug)}
        heading={
          <a className="plan-heading" href={toPlan()}>
            <Words>{head.title}</Words>
          </a>
        }
        more={line.join(" · ")}
      >
        <Part heading={t("promised")}>
          {plan.goals.length === 0 ? <p>{t("no-goals")}</p> : <Goals goals={plan.goals} of={head.title} />}
        </Part>
        <Part heading={t("focus", { year: focus?.year ?? "none" })}>
          {focus === null ? <p>{t("no-focus")}</p> : <Focus {...focus} />}
        </Part>
        <Decided {...plan} />
        <Part heading={t("open")}>
          <Open {...plan} />
        </Part>
        {plan.before && (
          <Part heading={t("before")}>
            <PlanBefore {...plan} before={plan.before} />
          </Part>
        )}
      </Block>
    </div>
  );
}

function Goals({ goals, of }: Pick<HandoverPlan, "goals"> & { of: string }) {
  const t = useTranslations("reading.handover");
  const plan = useTranslations("plan");
  const { toElement } = usePlanLinks();
  return (
    <Table
      caption={t("promised-in", { plan: of })}
      quietCaption
      narrow="stack"
      columns={[{ head: t("goal") }, { head: t("measure") }, { head: t("owners") }]}
      rows={goals.map(({ address, name, words, measure, owners }) => ({
        key: address,
        cells: [
          <span key="goal">
            <CodeTag code={name} href={toElement(address)} />{" "}
            {words === null ? plan("not-here") : <Words>{words}</Words>}
          </span>,
          <Headline key="measure" measure={measure} />,
          owners.length === 0 ? t("nobody") : <Words key="owners">{owners.join("; ")}</Words>,
        ],
      }))}
    />
  );
}

function Focus({ elements }: NonNullable<HandoverPlan["focus"]>) {
  const { toElement } = usePlanLinks();
  return (
    <ul className="summary-focus">
      {elements.map(({ address, name, words }) => (
        <li key={address}>
          <CodeTag code={name} href={toElement(address)} /> {words !== null && <Words>{words}</Words>}
        </li>
      ))}
    </ul>
  );
}
