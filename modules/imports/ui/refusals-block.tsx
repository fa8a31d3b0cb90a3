import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import type { ImportView } from "../present-page.ts";

/** Which rows, in which file, row and column, and what was expected. */
export function RefusalsBlock({ view: { id, refusals, isCut, sources } }: { view: ImportView }) {
  const t = useTranslations("imports");
  return (
    <Block heading={t("refusals-heading")} id="refused">
      <Stack>
        <p>{t("refusals-lede", { shown: isCut ? refusals.length : 0 })}</p>
        <ul>
          {sources
            .filter(({ refused }) => refused > 0)
            .map(({ file, source }) => (
              <li key={source}>
                <a href={`/imports/${id}/refused/${source}`}>{t("download-refused", { file })}</a>
              </li>
            ))}
        </ul>
        <Table
          quietCaption
          narrow="stack"
          caption={t("refusals-caption")}
          columns={[
            { head: t("refusal-row") },
            { head: t("refusal-column") },
            { head: t("refusal-value") },
            { head: t("refusal-why") },
          ]}
          rows={refusals.map(({ key, file, line, column, value, why }) => ({
            key,
            cells: [`${file} ${line}`, column ?? "–", value || t("empty-value"), why],
          }))}
        />
      </Stack>
    </Block>
  );
}
