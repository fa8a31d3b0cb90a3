/** After sending: that it waits, by when it is read, and where it will stand. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";

interface SentPageProps {
  slug: string;
  title: string;
  /** The element that it is about, or null: the plan as a whole. */
  element: { address: string; name: string } | null;
  by: string;
}

export function SentPage({ slug, title, element, by }: SentPageProps) {
  const t = useTranslations("comment.sent");
  const { day } = useDates();
  const place = element === null ? `/plans/${slug}/proposal` : `/plans/${slug}/proposal/${element.address}`;
  return (
    <>
      <Finding over={title} lede={t("lede", { day: day(by) })}>
        {t("title")}
      </Finding>
      <ActionRow>
        <ButtonLink href={`${place}#the_comments`}>
          {t("place", { about: element === null ? "whole" : "element", name: element?.name ?? "" })}
        </ButtonLink>
        {element !== null && <a href={`/plans/${slug}/proposal`}>{t("proposal")}</a>}
      </ActionRow>
      <div className="proposal-after">
        <Note>{t("note")}</Note>
      </div>
    </>
  );
}
