/** The plan's own words, those marked that answer the reader's question. */
import { Words } from "../../ui/plan-words.tsx";
import type { Marked } from "../search.ts";

export function MarkedWords({ pieces }: { pieces: Marked }) {
  return (
    <Words>
      {pieces.map(({ words, marked }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        marked ? <mark key={at}>{words}</mark> : words,
      )}
    </Words>
  );
}
