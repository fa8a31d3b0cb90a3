/** What things are called on the page of a draft: in the reader's language and the plan's own words. */
import { useTranslations } from "use-intl";
import type { MeasureRole, StatementKind } from "../../document/reading.ts";
import type { Change } from "../../text/change.ts";
import type { Selected } from "../present.ts";
import type { Row } from "../rows.ts";

export function useDraftWords() {
  const t = useTranslations("draft");
  const review = useTranslations("review");
  const kindOf = (kind: StatementKind): string => review(`statement.${kind}`);
  const roleOf = (role: MeasureRole): string => review(`role.${role}`);
  const tagOf = ({ tag, statement }: Row): string | undefined =>
    tag ?? (statement === null ? undefined : kindOf(statement));
  /** "2.1 Start advisory groups", short enough for a list. */
  const shortOf = (row: Row): string => [tagOf(row), cut(row.text)].filter(Boolean).join(" ");
  /** "Action 3.2.1", "Value", "Measure 1.A". */
  const whatItIs = ({ element, words, row }: Selected, levels: readonly { key: string; label: string }[]): string => {
    if (element === "statement") return kindOf(words.kind);
    const word = element === "node" ? levels.find(({ key }) => key === words.level)?.label : t(`one.${element}`);
    return [word, words.code === null ? null : row.tag].filter(Boolean).join(" ");
  };
  const nameOf = ({ name, address }: Pick<Change, "name" | "address">): string => {
    const { code, text } = name.now ?? name.old ?? { code: null, text: null };
    return [code, cut(text)].filter(Boolean).join(" ") || address;
  };
  const fieldOf = (field: string): string =>
    t.has(`field.${field}` as "field.title") ? t(`field.${field}` as "field.title") : field;
  return { t, whatItIs, kindOf, roleOf, tagOf, shortOf, nameOf, fieldOf };
}

const LONGEST = 70;

export const cut = (text: string | null): string | null =>
  text === null || text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;

/** Selects on the same page, so that it works without script; the words open beside the tree, or on a phone below it. */
export const selecting = (address: string): string => `?at=${encodeURIComponent(address)}#words`;

export const adding = (add: string, at?: string): string =>
  `?add=${add}${at === undefined ? "" : `&at=${encodeURIComponent(at)}`}#words`;
