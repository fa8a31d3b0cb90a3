/** A plan as anyone reads it: one post, everything that the document says, and nothing that it does not. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AdoptionLine } from "#ui/adoption-line/adoption-line.tsx";
import { Post, PostStop } from "#ui/post/post.tsx";
import { Route } from "#ui/route/route.tsx";
import type { ProposalView } from "../comment/present.ts";
import { ProposalLine } from "../comment/ui/proposal-line.tsx";
import type { PlanView } from "../plan-view.ts";
import type { Others } from "../present-others.ts";
import { ReadOn } from "../reading/ui/read-on.tsx";
import { RunningTitle } from "../reading/ui/running-title.tsx";
import type { LatestView } from "../register/latest.ts";
import { WhatChanged } from "../register/ui/what-changed.tsx";
import { Guardrails } from "./guardrails.tsx";
import { HowWeWillKnow } from "./how-we-will-know.tsx";
import { OtherPlans } from "./other-plans.tsx";
import { Cite, PlanTop } from "./plan-top.tsx";
import { InPlan, type PlanPlace } from "./plan-words.tsx";
import { WhereWeAreGoing } from "./where-we-are-going.tsx";
import { WhoWeAre } from "./who-we-are.tsx";

export interface PlanPageProps extends Omit<PlanPlace, "slug"> {
  plan: PlanView;
  others: Others;
  /** The last decisions about it; none of a plan that was never adopted. */
  latest?: LatestView | null | undefined;
  /** A proposal to change what this page says. */
  proposed?: ProposalView | null | undefined;
  /** Another version than the one that stands. */
  isPast?: boolean;
}

/** No address of an element has an underscore, so no section is mistaken for one. */
const sectionId = (name: string) => `the_${name}`;

export function PlanPage({ plan, others, latest, proposed, isPast = false, base, language, proposal }: PlanPageProps) {
  const t = useTranslations("plan");
  const changed = useTranslations("register.latest");
  const sections: { name: string; heading: string; body: ReactNode }[] = [];
  const add = (name: string, heading: string, isThere: boolean, body: ReactNode) => {
    if (isThere) sections.push({ name, heading, body });
  };
  // Other ways to read it are about what stands, not about what is proposed or past.
  const standsInPublic = base === "/plans" && proposal === undefined && !isPast;
  const isDistricts = plan.org.kind === "district";
  const hasOthers =
    (isDistricts && others.schools.length > 0) ||
    [
      others.district,
      ...others.departments.map(({ plans }) => plans),
      ...others.schools.map(({ plans }) => plans),
    ].some((plans) => plans.length > 0);
  add("who", t("who"), plan.statements.length > 0, <WhoWeAre groups={plan.statements} />);
  add("where", t("where"), plan.tops.length > 0, <WhereWeAreGoing plan={plan} />);
  add("how", t("how"), plan.measureCount > 0, <HowWeWillKnow plan={plan} />);
  add("lines", t("lines"), plan.guardrails.length > 0, <Guardrails guardrails={plan.guardrails} />);
  if (latest) {
    const isPublic = plan.audience === "public";
    add("changed", changed("heading"), true, <WhatChanged latest={latest} isPublic={isPublic} />);
  }
  add(
    "schools",
    isDistricts ? t("my-school") : t("other-plans"),
    hasOthers,
    <OtherPlans plan={plan} others={others} />,
  );
  return (
    <InPlan base={base} slug={plan.slug} language={language} proposal={proposal}>
      {standsInPublic && <RunningTitle slug={plan.slug} version={plan.version} />}
      <PlanTop plan={plan} others={others} whereId={sectionId("where")} />
      {proposed && base === "/plans" && <ProposalLine slug={plan.slug} proposed={proposed} />}
      {sections.length > 1 && (
        <Route
          label={t("on-this-page")}
          stops={sections.map(({ name, heading }) => ({ href: `#${sectionId(name)}`, text: heading }))}
        />
      )}
      {standsInPublic && <ReadOn slug={plan.slug} />}
      <Post>
        {sections.map(({ name, heading, body }, at) => (
          <PostStop key={name} number={at + 1} id={sectionId(name)} heading={heading}>
            {body}
          </PostStop>
        ))}
      </Post>
      <AdoptionLine aside={<Cite plan={plan} />}>
        {t("colophon")}
        {standsInPublic && (
          <>
            {" "}
            <a href={`/plans/${plan.slug}/plan.json`}>{t("plan-file")}</a>
          </>
        )}
      </AdoptionLine>
    </InPlan>
  );
}
