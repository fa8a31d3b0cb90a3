import { useTranslations } from "use-intl";
import { WholeFingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { Block } from "#ui/block/block.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";

/** The end of the log's chain. */
export interface ChainView {
  n: number;
  /** "event:57:ab12…" */
  note: string;
}

/** Leads there from the top of a long page. */
export function ChainLink({ chain }: { chain: ChainView | null }) {
  const t = useTranslations("looks");
  return chain === null ? null : <a href="#chain">{t("chain-link", { count: chain.n })}</a>;
}

/** For whoever must answer that nothing was altered: how many rows, the fingerprint of the last, and what to do with it. */
export function ChainBlock({ chain }: { chain: ChainView | null }) {
  const t = useTranslations("looks");
  if (chain === null) return null;
  return (
    <Block heading={t("chain")} id="chain">
      <Stack>
        <Facts
          items={[
            { term: t("chain-rows"), value: t("chain-count", { count: chain.n }) },
            { term: t("chain-last"), value: <WholeFingerprint value={chain.note} /> },
          ]}
        />
        <Note>{t.rich("chain-note", { code: (words) => <code>{words}</code> })}</Note>
      </Stack>
    </Block>
  );
}
