/** How a version came into force, as a sentence. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
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
