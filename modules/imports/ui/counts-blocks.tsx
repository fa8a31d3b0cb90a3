import { useFormatter, useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import type { ImportView } from "../present-page.ts";

/** Every row of every file, in exactly one column. */
export function CountsBlock({ view: { sources, asides } }: { view: ImportView }) {
  const t = useTranslations("imports");
  const { number } = useFormatter();
  return (
    <Block heading={t("counts-heading")} id="counts">
      <Table
        narrow="stack"
        caption={t("counts-caption")}
        columns={[
          { head: t("count-source") },
          ...(["lines", "new", "changed", "same", "refused", "gone"] as const).map((what) => ({
            head: t(`count-${what}`),
            numeric: true,
          })),
        ]}
        rows={sources.map((each) => ({
          key: each.source,
          cells: [
            each.file,
            ...[each.lines, each.new, each.changed, each.same, each.refused, each.gone].map((count) => number(count)),
          ],
        }))}
      />
      {asides.map(({ file, why, count }) => (
        <Note key={`${file} ${why}`}>
          {t("aside-note", { file, count })} {why}
        </Note>
      ))}
    </Block>
  );
}

/** What it does to what is kept here. */
export function TargetsBlock({ view: { targets, state } }: { view: ImportView }) {
  const t = useTranslations("imports");
  const { number } = useFormatter();
  const isDone = state === "published" || state === "reverted";
  return (
    <Block heading={t(isDone ? "targets-heading-done" : "targets-heading")} id="targets">
      <Table
        quietCaption
        narrow="stack"
        caption={t("targets-caption")}
        columns={[
          { head: t("count-target") },
          ...(["before", "new", "changed", "same", "gone"] as const).map((what) => ({
            head: t(`count-${what}`),
            numeric: true,
          })),
        ]}
        rows={targets.map((each) => ({
          key: each.table,
          cells: [
            each.what,
            ...[each.inScope, each.new, each.changed, each.same, each.gone].map((count) => number(count)),
          ],
        }))}
      />
    </Block>
  );
}
