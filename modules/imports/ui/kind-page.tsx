import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { presentKind } from "../present-kind.ts";

/** For whoever makes the export: which files, which columns, and what becomes of them? */
export function KindPage({ kind, title, lede, sources, checks, targets, bounds }: ReturnType<typeof presentKind>) {
  const t = useTranslations("imports");
  return (
    <>
      <title>{t("guide.title", { kind: title })}</title>
      <Finding
        over={<Crumb label={t("title")} steps={[{ href: "/imports", text: t("title") }, { text: title }]} />}
        lede={lede}
        beside={<ButtonLink href={`/imports/hand-in?kind=${kind}`}>{t("hand-in")}</ButtonLink>}
      >
        {t("guide.title", { kind: title })}
      </Finding>
      {sources.map((source) => (
        <Block
          key={source.name}
          heading={source.file}
          more={<Tag>{t(source.required ? "guide.required" : "guide.optional")}</Tag>}
        >
          <Stack>
            <p>
              {source.holds}. {t("guide.names", { names: source.names })}
            </p>
            <Table
              quietCaption
              narrow="stack"
              caption={t("guide.columns", { file: source.file })}
              columns={[
                { head: t("guide.column") },
                { head: t("guide.also") },
                { head: t("guide.holds") },
                { head: t("guide.needed") },
              ]}
              rows={source.columns.map(({ header, also, holds, needed }) => ({
                key: header,
                cells: [header, also || "–", holds, needed],
              }))}
            />
            {source.key && <Note>{t("guide.key", { columns: source.key })}</Note>}
          </Stack>
        </Block>
      ))}
      {checks.length > 0 && (
        <Block heading={t("guide.checks")}>
          <ul>
            {checks.map(({ file, says }) => (
              <li key={`${file} ${says}`}>
                {file}: {says}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block heading={t("guide.becomes")}>
        <ul>
          {targets.map(({ n, says }) => (
            <li key={n}>{says}</li>
          ))}
        </ul>
        <Note>{bounds}</Note>
      </Block>
    </>
  );
}
