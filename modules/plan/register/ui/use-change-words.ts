/** Kinds of changes in words. */
import { useFormatter, useLocale, useTranslations } from "use-intl";
import type { ChangeClass } from "../../text/changes.ts";
import type { ClassCount } from "../count-classes.ts";

/** A headline that tells more than this is none. */
const MOST_NAMED = 3;

export function useChangeWords() {
  const t = useTranslations("register");
  const format = useFormatter();
  const language = useLocale();
  const lower = (words: string): string => words.charAt(0).toLocaleLowerCase(language) + words.slice(1);
  return {
    /** "Target moved, baseline changed, wording". */
    classes: (classes: readonly ChangeClass[]): string =>
      classes
        .map((each) => t(`class.${each}`))
        .map((words, at) => (at === 0 ? words : lower(words)))
        .join(", "),
    /** "one target was moved and two elements were dropped": the first kinds, and how many changes more. */
    counted: (counts: readonly ClassCount[]): string => {
      const said = counts.slice(0, MOST_NAMED).map(({ class: name, count }) => t(`counted.${name}`, { count }));
      const rest = counts.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
      return format.list(rest === 0 ? said : [...said, t("and-more", { count: rest })]);
    },
  };
}
