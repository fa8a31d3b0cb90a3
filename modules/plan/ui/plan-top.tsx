/** The first screen of a plan: whose it is, what it holds, how it stands, and the ways into it. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { AdoptionLine } from "#ui/adoption-line/adoption-line.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Signpost } from "#ui/signpost/signpost.tsx";
import { useDecided } from "../adoption/ui/decided.tsx";
import type { NodeView, PlanHead, PlanView } from "../plan-view.ts";
import type { Follower, Others } from "../present-others.ts";
import { SAID, useHolds, useLevelWords, usePeriod, usePlanLinks, Words } from "./plan-words.tsx";

/** A signpost with more arms than this is no help. */
const MOST_ARMS = 8;

/** A longer title is set as a sentence, not as the name of a book. */
const LONGEST_NAME = 60;

export function PlanTop({ plan, others, whereId }: { plan: PlanView; others: Others; whereId: string }) {
  const t = useTranslations("plan");
  const holds = useHolds();
  const period = usePeriod();
  const { title, org, kind } = plan;
  const whose = t(`whose.${kind}`, { org: org.name });
  const named = plan.tops.filter((top) => top.title !== null || top.code !== null);
  return (
    <>
      <Finding
        voice={title.length > LONGEST_NAME ? "sentence" : "title"}
        lede={t("lede", { whose, holds: holds(plan), period: period(plan.period) })}
        stand={<HowItStands plan={plan} />}
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

/** Draft, proposed, or adopted by whom, when and how. */
export function HowItStands({ plan: { status, adoption, decisions } }: { plan: PlanHead }) {
  const t = useTranslations("plan");
  const { day } = useDates();
  const decided = useDecided();
  const [first, ...amendments] = decisions;
  const last = amendments.at(-1);
  if (first === undefined) {
    const draft = adoption === null ? t("draft") : t.rich("draft-adoption", { words: adoption, ...SAID });
    return <p>{status === "proposed" ? t("proposed") : draft}</p>;
  }
  return (
    <p>
      {decided(first)}
      {last && <> {t("amended", { count: amendments.length, day: day(last.on) })}</>}
    </p>
  );
}

function Standing({ plan, others }: { plan: PlanView; others: Others }) {
  const t = useTranslations("plan");
  const { toPlan } = usePlanLinks();
  const linked = (key: "follows" | "followed", { slug, title, account }: Follower) => (
    <>
      {t.rich(key, { title, plan: (words) => <a href={toPlan(slug)}>{words}</a> })}{" "}
      {account !== null && <a href={`${toPlan(account)}/crosswalk`}>{t("account")}</a>}
    </>
  );
  return (
    <>
      <InForce head={plan} />
      {others.newer && <> {linked("followed", others.newer)}</>}
      {others.older && <> {linked("follows", others.older)}</>}
    </>
  );
}

/** Which version this is, and since when; of an adopted one, the beginning of its fingerprint. */
export function InForce({ head }: { head: PlanHead }) {
  const t = useTranslations("plan");
  const { day, dayOf } = useDates();
  const { version: n, status, shownAt, decisions, until } = head;
  const decision = decisions.at(-1);
  if (decision) {
    const said = { n, day: day(decision.on), print: decision.fingerprint.slice(0, 12) };
    return <>{until === null ? t("version-adopted", said) : t("version-past", { ...said, until: day(until) })}</>;
  }
  if (shownAt)
    return <>{t(status === "proposed" ? "version-proposed" : "version-public", { n, day: dayOf(shownAt) })}</>;
  return <>{t("version-staff", { n })}</>;
}

export function Cite({ plan }: { plan: PlanHead }) {
  const t = useTranslations("plan");
  return (
    <>
      {t("cite")} <strong>{t("citation", { title: plan.title, n: plan.version })}</strong>
    </>
  );
}
