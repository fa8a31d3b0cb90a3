import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { WholeFingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { Block } from "#ui/block/block.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";

/** The end of the log's chain, and how long it is kept. */
export interface ChainView {
  n: number;
  /** "event:57:ab12…" */
  note: string;
  /** Null: for ever. */
  years: number | null;
  letGo: { rows: number; before: Date } | null;
  /** Whether the reader decides how long. */
  keeps: boolean;
}

/** Leads there from the top of a long page. */
export function ChainLink({ chain }: { chain: ChainView | null }) {
  const t = useTranslations("looks");
  return chain === null ? null : <a href="#chain">{t("chain-link", { count: chain.n - (chain.letGo?.rows ?? 0) })}</a>;
}

/** For whoever must answer that nothing was altered: how many rows, the fingerprint of the last, and what to do with it. */
export function ChainBlock({ chain }: { chain: ChainView | null }) {
  const t = useTranslations("looks");
  const { dayOf } = useDates();
  if (chain === null) return null;
  const { n, note, years, letGo, keeps } = chain;
  return (
    <Block heading={t("chain")} id="chain">
      <Stack>
        <Facts
          items={[
            { term: t("chain-rows"), value: t("chain-count", { count: n - (letGo?.rows ?? 0) }) },
            { term: t("chain-last"), value: <WholeFingerprint value={note} /> },
            { term: t("kept"), value: years === null ? t("kept-ever") : t("kept-years", { years }) },
            ...(letGo === null
              ? []
              : [{ term: t("let-go"), value: t("let-go-rows", { rows: letGo.rows, day: dayOf(letGo.before) }) }]),
          ]}
        />
        {keeps && <a href="/log/keeping">{t("kept-change")}</a>}
        <Note>{t.rich("chain-note", { code: (words) => <code>{words}</code> })}</Note>
      </Stack>
    </Block>
  );
}
