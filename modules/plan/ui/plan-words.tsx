/** Where the links of a page about a plan lead, and in which language the plan speaks: known to every part of the page. */
import { createContext, type ReactNode, useContext } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { pluralOf } from "../domain.ts";
import type { PlanHead } from "../plan-view.ts";
import { type LevelName, labelWithin } from "../tag.ts";

export interface PlanPlace {
  /** Where plans stand: what everyone sees, or what staff see. */
  base: "/plans" | "/plan";
  slug: string;
  /** The language in which the district writes. */
  language: string;
  /** On the pages of a proposed version: whether comment is open, and how many are shown, by address. */
  proposal?: { open: boolean; said: Readonly<Record<string, number>> } | undefined;
}

const Place = createContext<PlanPlace>({ base: "/plans", slug: "", language: "en" });

export function InPlan({ children, ...place }: PlanPlace & { children: ReactNode }) {
  return <Place value={place}>{children}</Place>;
}

/** The address of a plan, or of one of its elements: of this plan, or of another. */
export function usePlanLinks() {
  const { base, slug, proposal } = useContext(Place);
  // Whoever reads a proposal stays in it.
  const toPlan = (of = slug) => (proposal && of === slug ? `${base}/${of}/proposal` : `${base}/${of}`);
  return { toPlan, toElement: (address: string, of = slug) => `${toPlan(of)}/${address}` };
}

export const usePlace = (): PlanPlace => useContext(Place);

/** The plan's own words, in its own language. */
export function Words({ children }: { children: ReactNode }) {
  const { language } = useContext(Place);
  return language === useLocale() ? children : <span lang={language}>{children}</span>;
}

/** For `t.rich`: what stands between <said> and </said> are the plan's own words. */
export const SAID = { said: (words: ReactNode) => <Words>{words}</Words> };

const ours = (label: string) => label.replace(" ", "");

/** What a level is called, in a heading and in a sentence; the district's own word where it has one. */
export function useLevelWords() {
  const t = useTranslations("plan");
  return {
    one: ({ label, printed }: LevelName) => (printed ? label : t("our-heading", { label: ours(label), count: 1 })),
    heading: ({ label, printed }: LevelName) =>
      printed ? pluralOf(label) : t("our-heading", { label: ours(label), count: 2 }),
    within: ({ label, printed }: LevelName, count: number) => {
      if (!printed) return t("our-level", { label: ours(label), count });
      const word = labelWithin(label);
      return count === 1 ? word : pluralOf(word);
    },
  };
}

/** "five goals, 16 strategies and 11 measures", or "none" where the plan holds none of them. */
export function useHolds() {
  const t = useTranslations("plan");
  const format = useFormatter();
  const level = useLevelWords();
  return ({ counts, measureCount }: { counts: { level: LevelName; count: number }[]; measureCount: number }) => {
    const number = (count: number) => t("number", { n: String(count) });
    const parts = counts.map((each) => `${number(each.count)} ${level.within(each.level, each.count)}`);
    if (measureCount > 0) parts.push(`${number(measureCount)} ${t("measures-held", { count: measureCount })}`);
    return parts.length === 0 ? "none" : format.list(parts);
  };
}

export function usePeriod() {
  const t = useTranslations("plan");
  return (period: PlanHead["period"]) =>
    period === null ? "none" : "printed" in period ? period.printed : t("years", period);
}
