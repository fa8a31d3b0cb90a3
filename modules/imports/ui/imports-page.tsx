import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { presentLine } from "../present-list.ts";

interface ImportsPageProps {
  lines: readonly ReturnType<typeof presentLine>[];
  kinds: readonly { kind: string; title: string; lede: string }[];
}

/** For whoever loads files: what came in, what became of it, and what waits for me? */
export function ImportsPage({ lines, kinds }: ImportsPageProps) {
  const t = useTranslations("imports");
  return (
    <>
      <title>{t("title")}</title>
      <Finding
        lede={t("lede")}
        beside={
          <ButtonLink first href="/imports/hand-in">
            {t("hand-in")}
          </ButtonLink>
        }
      >
        {t("title")}
      </Finding>
      <Block heading={t("latest")} id="imports">
        {lines.length === 0 ? (
          <EmptyState>
            <p>{t("none")}</p>
          </EmptyState>
        ) : (
          <Lines lines={lines} />
        )}
      </Block>
      <Block heading={t("kinds-heading")} id="kinds">
        <Stack>
          <p>{t("kinds-lede")}</p>
          <Table
            quietCaption
            narrow="stack"
            caption={t("kinds-lede")}
            columns={[{ head: t("kind-head") }, { head: t("kind-does") }]}
            rows={kinds.map(({ kind, title, lede }) => ({
              key: kind,
              cells: [
                <a key="kind" href={`/imports/kinds/${kind}`}>
                  {title}
                </a>,
                lede,
              ],
            }))}
          />
        </Stack>
      </Block>
    </>
  );
}

function Lines({ lines }: Pick<ImportsPageProps, "lines">) {
  const t = useTranslations("imports");
  const { moment } = useDates();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("title")}
      columns={[
        { head: t("head-what") },
        { head: t("head-when") },
        { head: t("head-who") },
        { head: t("head-state") },
        { head: t("count-new"), numeric: true },
        { head: t("count-changed"), numeric: true },
        { head: t("count-gone"), numeric: true },
      ]}
      rows={lines.map(({ id, title, at, who, state, waits, changed }) => ({
        key: id,
        cells: [
          <a key="what" href={`/imports/${id}`}>
            {title}
          </a>,
          moment(at),
          who,
          <span key="state">
            {state} {waits && <Tag>{t("waiting-for-you")}</Tag>}
          </span>,
          ...(["added", "changed", "gone"] as const).map((what) => changed?.[what].toLocaleString() ?? "–"),
        ],
      }))}
    />
  );
}
