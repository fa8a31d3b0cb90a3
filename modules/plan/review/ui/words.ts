/** What things are called on the review page, in the reader's language and the plan's own words. */
import { useTranslations } from "use-intl";
import type { MeasureRole, StatementKind } from "../../document/reading.ts";
import type { ReviewView, ViewItem } from "../present.ts";

export function useItemWords(levels: ReviewView["levels"]) {
  const t = useTranslations("review");
  /** "Strategic Objective", "Value", "Progress measure". */
  const whatItIs = ({ kind, type }: Pick<ViewItem, "kind" | "type">): string => {
    if (kind === "node") return levels.find((level) => level.key === type)?.label ?? t("kind-node");
    if (kind === "statement") return t(`statement.${type as StatementKind}`);
    return kind === "measure" ? t(`role.${type as MeasureRole}`) : t("kind-guardrail");
  };
  const whichLines = ([first, last]: [number, number]): string =>
    first === last ? t("line", { n: first }) : t("lines", { first, last });
  return { t, whatItIs, whichLines };
}

/** Selects an item or line on the same page, so that it works without script; `then` is the id to go to there. */
export const selecting = (at: string, then?: string): string =>
  `?at=${encodeURIComponent(at)}${then ? `#${then}` : "#bench"}`;
