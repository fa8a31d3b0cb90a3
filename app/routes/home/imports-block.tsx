import { useTranslations } from "use-intl";
import type { readImportWork } from "#app/import-work.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";

/** For whoever loads files: what waits for me, and what came last? */
export function ImportsBlock({ imports }: { imports: NonNullable<Awaited<ReturnType<typeof readImportWork>>> }) {
  const t = useTranslations("imports");
  const { moment } = useDates();
  return (
    <Block heading={t("home-title")} id="files" more={<a href="/imports">{t("home-all")}</a>}>
      {imports.length === 0 ? (
        <>
          <p>{t("home-none")}</p>
          <ButtonLink href="/imports/hand-in">{t("hand-in")}</ButtonLink>
        </>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("title")}
          columns={[{ head: t("head-what") }, { head: t("head-when") }]}
          rows={imports.map(({ id, says, at, waits }) => ({
            key: id,
            cells: [
              <span key="what">
                <a href={`/imports/${id}`}>{says}</a> {waits && <Tag>{t("waiting-for-you")}</Tag>}
              </span>,
              moment(at),
            ],
          }))}
        />
      )}
    </Block>
  );
}
