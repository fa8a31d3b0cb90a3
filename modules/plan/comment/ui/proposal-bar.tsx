/** Above everything that is only proposed: that it is not adopted, until when comment is open, what it can be compared with. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { ProposalView } from "../present.ts";

interface ProposalBarProps {
  slug: string;
  proposed: ProposalView;
  /** The version that stands, where that is another. */
  standing: number | null;
  /** The element that the page is about. */
  about?: string;
}

export function ProposalBar({ slug, proposed: { n, comment, until }, standing, about }: ProposalBarProps) {
  const t = useTranslations("comment");
  const { day } = useDates();
  return (
    <div className="proposal-bar">
      <Notice says={t(standing === null ? "bar.first" : "bar.says")}>
        <p>{t(`bar.${comment}`, { day: until === null ? "" : day(until) })}</p>
        <ActionRow>
          {comment === "open" && (
            <ButtonLink href="#the_comments">
              {t("bar.comment", { about: about === undefined ? "whole" : "element", name: about ?? "" })}
            </ButtonLink>
          )}
          {standing !== null && (
            <>
              <a href={`/plans/${slug}/compare?from=${standing}&to=${n}`}>{t("bar.compare")}</a>
              <a href={`/plans/${slug}`}>{t("bar.standing")}</a>
            </>
          )}
          {about !== undefined && <a href={`/plans/${slug}/proposal`}>{t("bar.proposal")}</a>}
        </ActionRow>
      </Notice>
    </div>
  );
}
