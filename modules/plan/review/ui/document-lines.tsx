/** The document as it came, line by line, each with where it went. */
import { SourceLines } from "#ui/source-lines/source-lines.tsx";
import type { ReviewView, ViewLine } from "../present.ts";
import { selecting, useItemWords } from "./words.ts";

export function DocumentLines({ view }: { view: ReviewView }) {
  const { t } = useItemWords(view.levels);
  const isHere = (line: ViewLine): boolean => {
    const { selected } = view;
    if (selected === null) return false;
    if (selected.is === "left") return line.at === selected.id;
    return selected.lines.some(([first, last]) => line.n >= first && line.n <= last);
  };
  return (
    <SourceLines
      label={t("lines-label")}
      lines={view.lines.map((line) => ({
        id: `l${line.n}`,
        number: line.n,
        text: line.text,
        heading: line.heading,
        here: isHere(line),
        to:
          line.place === "placed" && line.at !== null
            ? { code: line.tag ?? "", href: selecting(line.at, `e-${line.at}`) }
            : undefined,
        aside: line.place === "aside" ? <AsideWord line={line} /> : undefined,
        open: line.place === "open" && line.at !== null ? { word: t("open"), href: selecting(line.at) } : undefined,
      }))}
    />
  );
}

function AsideWord({ line }: { line: ViewLine }) {
  const { t } = useItemWords([]);
  const words = t("aside", { reason: t(`reason.${line.reason ?? "unclear"}`) });
  return line.at === null ? words : <a href={selecting(line.at)}>{words}</a>;
}
