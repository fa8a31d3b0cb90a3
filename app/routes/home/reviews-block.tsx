import { useTranslations } from "use-intl";
import type { ReviewLine } from "#app/plan-work.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";

/** Documents whose reading is being checked, and who is at it. */
export function ReviewsBlock({ reviews }: { reviews: readonly ReviewLine[] }) {
  const t = useTranslations("home");
  const { dayOf } = useDates();
  return (
    <Block heading={t("reviews")} id="reviews">
      <Table
        quietCaption
        narrow="stack"
        caption={t("caption-reviews")}
        columns={[
          { head: t("head-document") },
          { head: t("head-holder") },
          { head: t("head-last") },
          { head: t("go-on"), quiet: true },
        ]}
        rows={reviews.map(({ href, document, whose, holder, isOwn, lastAt }) => ({
          key: href,
          cells: [
            <span key="what">
              {document} {whose && <Tag>{whose}</Tag>}
            </span>,
            isOwn ? t("you") : (holder ?? t("no-one")),
            dayOf(lastAt),
            <ButtonLink key="go" plain href={href}>
              {t("go-on")}
              <VisuallyHidden>{t("go-on-with", { document })}</VisuallyHidden>
            </ButtonLink>,
          ],
        }))}
      />
    </Block>
  );
}
