/** The first screen of a plan: whose it is, what it holds, how it stands, and the ways into it. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { AdoptionLine } from "#ui/adoption-line/adoption-line.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Signpost } from "#ui/signpost/signpost.tsx";
import type { NodeView, PlanHead, PlanView } from "../plan-view.ts";
import type { Others } from "../present-others.ts";
import { SAID, useHolds, useLevelWords, usePeriod, usePlanLinks, Words } from "./plan-words.tsx";

/** A signpost with more arms than this is no help. */
const MOST_ARMS = 8;

/** A longer title is set as a sentence, not as the name of a book. */
const LONGEST_NAME = 60;

export function PlanTop({ plan, others, whereId }: { plan: PlanView; others: Others; whereId: string }) {
  const t = useTranslations("plan");
  const holds = useHolds();
  const period = usePeriod();
  const { title, org, kind, adoption } = plan;
  const whose = t(`whose.${kind}`, { org: org.name });
  const named = plan.tops.filter((top) => top.title !== null || top.code !== null);
  return (
    <>
      <Finding
        voice={title.length > LONGEST_NAME ? "sentence" : "title"}
        lede={t("lede", { whose, holds: holds(plan), period: period(plan.period) })}
        stand={<p>{adoption === null ? t("draft") : t.rich("draft-adoption", { words: adoption, ...SAID })}</p>}
        beside={named.length > 1 && <Ways tops={named} whereId={whereId} />}
      >
        <Words>{title}</Words>
      </Finding>
      <AdoptionLine aside={<Cite plan={plan} />}>
        <Standing plan={plan} others={others} />
      </AdoptionLine>
    </>
  );
}

function Ways({ tops, whereId }: { tops: NodeView[]; whereId: string }) {
  const t = useTranslations("plan");
  const level = useLevelWords();
  const shown = tops.length > MOST_ARMS ? tops.slice(0, MOST_ARMS - 1) : tops;
  const blades = shown.map(({ address, number, title, code }) => ({
    href: `#${address}`,
    ...(number !== null && title !== null && { number }),
    text: <Words>{title ?? code}</Words>,
  }));
  if (shown.length < tops.length) {
    blades.push({ href: `#${whereId}`, text: <>{t("more-ways", { count: tops.length - shown.length })}</> });
  }
  const label = tops[0] ? level.within(tops[0].level, tops.length) : "";
  return <Signpost label={t("ways", { label })} blades={blades} />;
}

function Standing({ plan, others }: { plan: PlanView; others: Others }) {
  const t = useTranslations("plan");
  const { dayOf } = useDates();
  const { toPlan } = usePlanLinks();
  const linked = (key: "follows" | "followed", { slug, title }: { slug: string; title: string }) =>
    t.rich(key, { title, plan: (words) => <a href={toPlan(slug)}>{words}</a> });
  const { version: n, shownAt } = plan;
  return (
    <>
      {shownAt ? t("version-public", { n, day: dayOf(shownAt) }) : t("version-staff", { n })}
      {others.newer && <> {linked("followed", others.newer)}</>}
      {others.older && <> {linked("follows", others.older)}</>}
    </>
  );
}

export function Cite({ plan }: { plan: PlanHead }) {
  const t = useTranslations("plan");
  return (
    <>
      {t("cite")} <strong>{t("citation", { title: plan.title, n: plan.version })}</strong>
    </>
  );
}
