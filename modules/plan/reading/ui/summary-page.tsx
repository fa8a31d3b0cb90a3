/** A plan on one sheet: what it is for, its goals with one measure each, this year's focus, and how to read more. */
import { useTranslations } from "use-intl";
import { AdoptionLine } from "#ui/adoption-line/adoption-line.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { InPlan, usePeriod, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { GoalLine } from "../goals.ts";
import type { Summary } from "../summary.ts";
import { Headline } from "./headline.tsx";
import { UseElsewhere } from "./use-elsewhere.tsx";
import { VersionLine } from "./version-line.tsx";

interface SummaryPageProps {
  summary: Summary;
  /** Whole addresses, as one would write them down. */
  url: string;
  embedUrl: string;
  language: string;
}

export function SummaryPage({ summary, url, embedUrl, language }: SummaryPageProps) {
  const t = useTranslations("reading.summary");
  const whose = useTranslations("plan.whose");
  const period = usePeriod();
  const { head, goals, moreGoals } = summary;
  return (
    <InPlan base="/plans" slug={head.slug} language={language}>
      <div className="summary">
        <Finding
          lede={t("lede", { whose: whose(head.kind, { org: head.org.name }), period: period(head.period) })}
          stand={
            <p className="summary-more" data-screen>
              {t("print")} <a href={`/plans/${head.slug}`}>{t("whole-plan")}</a>
            </p>
          }
        >
          <Words>{head.title}</Words>
        </Finding>
        <Statements statements={summary.statements} />
        {goals.length > 0 && (
          <section className="summary-part">
            <h2>{t("goals")}</h2>
            <ul className="summary-goals">
              {goals.map((goal) => (
                <Goal key={goal.address} goal={goal} />
              ))}
            </ul>
          </section>
        )}
        {moreGoals > 0 && <p className="summary-more">{t("more-goals", { count: moreGoals, shown: goals.length })}</p>}
        <Focus focus={summary.focus} />
        <AdoptionLine
          aside={
            <>
              {t("read-on")} <span className="plan-url">{url}</span>
            </>
          }
        >
          <VersionLine head={head} />
        </AdoptionLine>
      </div>
      <UseElsewhere head={head} embedUrl={embedUrl} />
    </InPlan>
  );
}

function Statements({ statements }: Pick<Summary, "statements">) {
  const t = useTranslations("reading.summary");
  const word = useTranslations("plan.statement");
  const { toElement } = usePlanLinks();
  if (statements.length === 0) return null;
  return (
    <div className="summary-statements">
      {statements.map(({ kind, address, text, points, isCut }) => (
        <section key={address} className="summary-part">
          <h2>{word(kind)}</h2>
          <p>
            <Words>{text}</Words>
          </p>
          {points.length > 0 && (
            <ul className="summary-points">
              {points.map((point) => (
                <li key={point}>
                  <Words>{point}</Words>
                </li>
              ))}
            </ul>
          )}
          {isCut && (
            <p className="plan-quiet">
              <a href={toElement(address)}>{t("goes-on")}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Goal({ goal: { address, name, words, measure } }: { goal: GoalLine }) {
  const plan = useTranslations("plan");
  const { toElement } = usePlanLinks();
  return (
    <li>
      <CodeTag code={name} href={toElement(address)} />
      <div>
        <h3>{words === null ? <em>{plan("not-here")}</em> : <Words>{words}</Words>}</h3>
        <p>
          <Headline measure={measure} />
        </p>
      </div>
    </li>
  );
}

function Focus({ focus }: Pick<Summary, "focus">) {
  const t = useTranslations("reading.summary");
  const { toElement } = usePlanLinks();
  if (focus === null) return null;
  return (
    <section className="summary-part">
      <h2>{t("focus", { year: focus.year ?? "none" })}</h2>
      <ul className="summary-focus">
        {focus.elements.map(({ address, name, words }) => (
          <li key={address}>
            <CodeTag code={name} href={toElement(address)} /> {words !== null && <Words>{words}</Words>}
          </li>
        ))}
      </ul>
      {focus.more > 0 && <p className="summary-more">{t("more-focus", { count: focus.more })}</p>}
    </section>
  );
}
