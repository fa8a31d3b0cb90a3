/** What renumbering would change, before it is done. Pure. */
import type { VersionText } from "../text/version-text.ts";
import { newCodes } from "./renumber.ts";

/** `asked`: the chosen levels and whether elements without a code get one; all levels that count, if nothing was chosen. */
export function presentRenumbering(text: VersionText, asked: URLSearchParams) {
  const counted = text.levels.filter(({ numbering }) => numbering.style !== "none");
  const chosen = asked.getAll("levels");
  const levels = counted.map(({ key, label }) => ({
    key,
    label,
    chosen: chosen.length === 0 || chosen.includes(key),
  }));
  const blank = asked.get("blank") === "yes";
  const words = new Map(text.nodes.map(({ address, title, statement }) => [address, title ?? statement]));
  const keys = levels.filter((level) => level.chosen).map(({ key }) => key);
  const codes = newCodes(text, { levels: keys, blank }).map((code) => ({
    ...code,
    text: words.get(code.address) ?? null,
  }));
  return { levels, blank, codes };
}
