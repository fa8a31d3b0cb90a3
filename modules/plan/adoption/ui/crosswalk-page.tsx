/** What became of the plan before: the account that anyone reads. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import { InPlan, type PlanPlace, Words } from "../../ui/plan-words.tsx";
import { FATES } from "../crosswalk.ts";
import type { CrosswalkRow, CrosswalkView } from "../present-crosswalk.ts";
import { useBecame } from "./decided.tsx";

export interface CrosswalkPageProps extends CrosswalkView, PlanPlace {
  title: string;
  before: { slug: string; title: string };
  publishedAt: Date;
}

export function CrosswalkPage({ base, slug, language, title, before, rows, counts, publishedAt }: CrosswalkPageProps) {
  const t = useTranslations("adoption");
  const list = useTranslations("plan.staff");
  const { dayOf } = useDates();
  const became = useBecame();
  const plans = {
    new: <a href={`${base}/${slug}`}>{title}</a>,
    old: <a href={`${base}/${before.slug}`}>{before.title}</a>,
  };
  return (
    <InPlan base={base} slug={slug} language={language}>
      <Finding
        over={t.rich("crosswalk-of", { from: () => plans.old, to: () => plans.new })}
        lede={t("crosswalk-published", { day: dayOf(publishedAt) })}
      >
        {became(counts)}
      </Finding>
      {FATES.filter((fate) => counts[fate] > 0).map((fate) => (
        <Block key={fate} id={fate} heading={t(`fate-heading.${fate}`)}>
          <Lines
            rows={rows.filter((row) => row.fate === fate)}
            caption={list("table-of", { heading: t(`fate-heading.${fate}`) })}
            {...{ base, slug, before }}
          />
        </Block>
      ))}
    </InPlan>
  );
}

interface LinesProps extends Pick<CrosswalkPageProps, "base" | "slug" | "before"> {
  rows: CrosswalkRow[];
  caption: string;
}

function Lines({ rows, caption, base, slug, before }: LinesProps) {
  const t = useTranslations("adoption");
  const goesOn = rows.some(({ to }) => to !== null);
  const why = rows.some((row) => row.why !== null);
  return (
    <Table
      caption={caption}
      quietCaption
      narrow="stack"
      columns={[
        { head: t("in-old", { title: before.title }) },
        ...(goesOn ? [{ head: t("goes-on-in") }] : []),
        ...(why ? [{ head: t("why") }] : []),
      ]}
      rows={rows.map(({ address, code, words, to, why: because }) => ({
        key: address,
        cells: [
          <span key="old">
            <CodeTag code={code ?? address} href={`${base}/${before.slug}/${address}`} /> <Words>{words}</Words>
          </span>,
          ...(goesOn
            ? [
                to === null ? (
                  ""
                ) : (
                  <span key="new">
                    <CodeTag code={to.code ?? to.address} href={`${base}/${slug}/${to.address}`} />{" "}
                    <Words>{to.words}</Words>
                  </span>
                ),
              ]
            : []),
          ...(why ? [<Words key="why">{because}</Words>] : []),
        ],
      }))}
    />
  );
}
