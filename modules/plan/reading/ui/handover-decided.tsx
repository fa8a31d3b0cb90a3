/** How a plan was decided and changed, what is open, and what became of the one before it. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Fingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Register } from "#ui/register/register.tsx";
import { tally } from "../../adoption/motion.ts";
import type { AdoptionRecord } from "../../adoption/queries.ts";
import { useBecame, useTally } from "../../adoption/ui/decided.tsx";
import type { PlanHead } from "../../plan-view.ts";
import { SAID, usePlanLinks } from "../../ui/plan-words.tsx";
import type { AmendmentLine, ChangeLine, HandoverPlan } from "../handover.ts";
import { Part } from "./handover-part.tsx";

export function Decided({ head, adoption, amendments }: HandoverPlan) {
  const t = useTranslations("reading.handover");
  if (adoption === null) {
    return (
      <Part heading={t("decided")}>
        <p>
          {t("not-adopted")} {head.adoption !== null && t.rich("its-text", { words: head.adoption, ...SAID })}
        </p>
      </Part>
    );
  }
  return (
    <>
      <Part heading={t("decided")}>
        <Adopted adoption={adoption} />
      </Part>
      <Part heading={t("changed")}>
        {amendments.length === 0 ? <p>{t("unchanged")}</p> : <Amendments amendments={amendments} of={head} />}
      </Part>
    </>
  );
}

function Adopted({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("reading.handover");
  const { day } = useDates();
  const { decidedOn, decidedBy, motion, resolution, mover, seconder, votes, fingerprint } = adoption;
  const facts = [
    { term: t("adopted"), value: t("on-by", { day: day(decidedOn), by: decidedBy }) },
    ...(motion === null ? [] : [{ term: t("motion"), value: motion }]),
    ...(resolution === null ? [] : [{ term: t("resolution"), value: resolution }]),
    ...(mover === null || seconder === null ? [] : [{ term: t("moved"), value: t("moved-by", { mover, seconder }) }]),
    ...(votes.length === 0 ? [] : [{ term: t("vote"), value: <Votes votes={votes} /> }]),
    { term: t("fingerprint"), value: <Fingerprint value={fingerprint.slice(0, 12)} /> },
  ];
  return <Facts items={facts} />;
}

function Votes({ votes }: Pick<AdoptionRecord, "votes">) {
  const choice = useTranslations("adoption.choice");
  const say = useTally();
  const by = Map.groupBy(votes, (vote) => vote.choice);
  return (
    <>
      {say(tally(votes))}
      {[...by].map(([each, cast]) => (
        <p key={each}>
          {choice(each)}: {cast.map(({ name }) => name).join(", ")}
        </p>
      ))}
    </>
  );
}

function Amendments({ amendments, of }: Pick<HandoverPlan, "amendments"> & { of: PlanHead }) {
  const t = useTranslations("reading.handover");
  const { day } = useDates();
  const say = useTally();
  const office = useTranslations("adoption.authority");
  return (
    <Register
      caption={t("register", { plan: of.title })}
      heads={[t("when"), t("what"), t("by")]}
      rows={amendments.map((line) => ({
        key: String(line.n),
        on: line.on,
        when: day(line.on),
        what: <Amendment line={line} slug={of.slug} />,
        by: `${line.by}, ${line.votes.length === 0 ? office(line.authority) : say(tally(line.votes))}`,
      }))}
    />
  );
}

function Amendment({ line, slug }: { line: AmendmentLine; slug: string }) {
  const t = useTranslations("reading.handover");
  const word = useTranslations("adoption.type");
  const { n, amends, type, reason, changes, more } = line;
  return (
    <div className="handover-amendment">
      <p>
        <strong>{word(type)}.</strong> {reason}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.is} ${change.name} ${change.old} ${change.now}`}>
            <OneChange {...change} />
          </li>
        ))}
        {more > 0 && <li>{t("more", { count: more })}</li>}
      </ul>
      <p data-screen>
        <a href={`/plan/${slug}/compare?from=${amends}&to=${n}`}>{t("old-beside-new")}</a>
      </p>
    </div>
  );
}

function OneChange({ is, name, old, now }: ChangeLine) {
  const t = useTranslations("reading.handover");
  return (
    <>
      {t.rich("change", { is, name, ...SAID })}
      {old !== null && now !== null && <>, {t.rich("from-to", { old, now, ...SAID })}</>}
    </>
  );
}

export function Open({ open, adoption }: HandoverPlan) {
  const t = useTranslations("reading.handover");
  const { day } = useDates();
  if (open === null) return <p>{t("nothing-open")}</p>;
  const { is, until, ...counts } = open;
  if (is === "proposed") return <p>{t("proposed", { ...counts, until: until === null ? "none" : day(until) })}</p>;
  return <p>{adoption === null ? t("never") : t("draft", { n: open.n })}</p>;
}

export function PlanBefore({ head, before, fates }: HandoverPlan & { before: NonNullable<HandoverPlan["before"]> }) {
  const t = useTranslations("reading.handover");
  const { toPlan } = usePlanLinks();
  const account = `/plan/${head.slug}/crosswalk`;
  const became = useBecame();
  return (
    <p>
      {t.rich("follows", { title: before.title, plan: (words) => <a href={toPlan(before.slug)}>{words}</a> })}{" "}
      {fates === null ? (
        t("no-account")
      ) : (
        <>
          {became(fates.counts)} {!fates.isPublished && t("unpublished")} <a href={account}>{t("read-account")}</a>
        </>
      )}
    </p>
  );
}
