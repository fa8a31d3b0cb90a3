import { useTranslations } from "use-intl";
import type { WaitingLine } from "#app/plan-work.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { Table } from "#ui/table/table.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";

/** What people said about what is proposed, and no one has read yet. */
export function CommentsBlock({ comments }: { comments: readonly WaitingLine[] }) {
  const t = useTranslations("home");
  const { dayOf } = useDates();
  return (
    <Block heading={t("comments")} id="comments">
      <Table
        quietCaption
        narrow="stack"
        caption={t("caption-comments")}
        columns={[
          { head: t("head-plan") },
          { head: t("head-waiting") },
          { head: t("head-since") },
          { head: t("read-them"), quiet: true },
        ]}
        rows={comments.map(({ href, title, count, since }) => ({
          key: href,
          cells: [
            title,
            t("comments-waiting", { count }),
            dayOf(since),
            <ButtonLink key="go" plain href={href}>
              {t("read-them")}
              <VisuallyHidden>{t("read-them-on", { title })}</VisuallyHidden>
            </ButtonLink>,
          ],
        }))}
      />
    </Block>
  );
}
