/** How a version came into force, as a sentence. */
import { useFormatter, useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { FATES, type Fate } from "../crosswalk.ts";
import type { DecisionLine } from "../queries.ts";

/** "Adopted on May 12, 2026 by the Haywater Board of Education, 6 to 1." */
export function useDecided() {
  const t = useTranslations("adoption");
  const { day } = useDates();
  const tally = useTally();
  return ({ on, by, type, votes }: Pick<DecisionLine, "on" | "by" | "type" | "votes">): string =>
    t(type === null ? "adopted-by" : "amended-by", { day: day(on), by, votes: tally(votes) });
}

/** "6 to 1, one abstaining", or "none" where there was no vote. */
export function useTally() {
  const t = useTranslations("adoption");
  return (votes: DecisionLine["votes"]): string =>
    votes === null ? "none" : t("tally", { yes: votes.yes, no: votes.no, abstained: votes.abstained });
}

/** "Of 29 promises, 15 go on changed, 7 were achieved, and 7 were dropped." */
export function useBecame() {
  const t = useTranslations("adoption");
  const format = useFormatter();
  return (counts: Record<Fate, number>): string => {
    const fates = FATES.filter((fate) => counts[fate] > 0).map((fate) => t(`became.${fate}`, { count: counts[fate] }));
    const all = FATES.reduce((sum, fate) => sum + counts[fate], 0);
    return t("crosswalk-finding", { all, fates: format.list(fates) });
  };
}
