/** One comment as it was written: who, when, the words. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import type { NotShownView, SaidView } from "../present.ts";

export function Said({ comment }: { comment: SaidView }) {
  const t = useTranslations("comment");
  const { dayOf } = useDates();
  const { name, paragraphs, at, isEarlier } = comment;
  return (
    <>
      <p className="comment-who">
        {name === null ? <em>{t("without-name")}</em> : <bdi>{name}</bdi>}
        <time dateTime={at.toISOString()}>{dayOf(at)}</time>
        {isEarlier && <span>{t("earlier")}</span>}
      </p>
      <div className="comment-words" dir="auto">
        {paragraphs.map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
          <p key={at}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}

/** Why something is not shown: the end of a sentence. */
export function useWhy() {
  const t = useTranslations("comment");
  return (why: NotShownView["why"], count: number): string =>
    "ordinary" in why ? t(`why.${why.ordinary}`, { count }) : t("why-own", { words: why.own });
}
