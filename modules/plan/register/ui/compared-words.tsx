/** The words of an element in one version or in both, with what came and what went marked word by word. */
import { useTranslations } from "use-intl";
import { type RedlinePart, RedlineText } from "#ui/redline/redline.tsx";
import type { RedlinePiece } from "../../text/redline.ts";
import { Words } from "../../ui/plan-words.tsx";
import type { ChangedElement, ChangedField } from "../changed-element.ts";

/** Fields whose words say by themselves what they are. */
const PLAIN = ["title", "text", "statement", "label", "printed"];

export function OneSide({ one, side }: { one: ChangedElement; side: "old" | "now" }) {
  const t = useTranslations("register");
  if (one.became === (side === "old" ? "added" : "dropped")) return t(side === "old" ? "not-yet" : "not-any-more");
  const skipped = side === "old" ? "inserted" : "deleted";
  return one.fields.length === 0 ? (
    <Words>{one.name.text}</Words>
  ) : (
    one.fields.map((field) => (
      <Line
        key={field.field}
        field={field}
        pieces={field.pieces.filter(({ is }) => is !== skipped)}
        isSaid={field[side] !== null}
      />
    ))
  );
}

export function Both({ one }: { one: ChangedElement }) {
  return one.fields.length === 0 ? (
    <Words>{one.name.text}</Words>
  ) : (
    one.fields.map((field) => <Line key={field.field} field={field} pieces={field.pieces} isSaid />)
  );
}

interface LineProps {
  field: ChangedField;
  pieces: readonly RedlinePiece[];
  isSaid: boolean;
}

function Line({ field: { field, old, now }, pieces, isSaid }: LineProps) {
  const t = useTranslations("register");
  const say = useSay();
  const parts: RedlinePart[] = isNamed(field)
    ? pieces.length === 0
      ? []
      : namedParts(pieces, say(field, old), say(field, now))
    : pieces.map(({ is, text }) => ({
        text,
        change: is === "kept" ? undefined : is === "deleted" ? "dropped" : "added",
      }));
  return (
    <span className="compare-line">
      {!PLAIN.includes(field) && <span className="compare-field">{t(`field.${field as "text"}`)} </span>}
      {isSaid ? (
        <Words>
          <RedlineText parts={parts} added={t("added")} dropped={t("dropped")} />
        </Words>
      ) : (
        <span className="compare-unsaid">{t("unsaid")}</span>
      )}
    </span>
  );
}

/** What is one of a few: it is exchanged whole, and has a name in the reader's language. */
const isNamed = (field: string): boolean => field === "role" || field === "kind" || field === "mark";

function namedParts(pieces: readonly RedlinePiece[], old: string | null, now: string | null): RedlinePart[] {
  const has = (is: RedlinePiece["is"]) => pieces.some((piece) => piece.is === is || piece.is === "kept");
  return [
    ...(old !== null && has("deleted") ? [{ text: old, change: "dropped" as const }] : []),
    ...(now !== null && has("inserted") ? [{ text: ` ${now}`, change: "added" as const }] : []),
  ];
}

function useSay() {
  const t = useTranslations("plan");
  return (field: string, value: string | null): string | null => {
    if (value === null || field === "mark") return value;
    return field === "role" ? t(`role.${value as "goal"}`) : t(`statement.${value as "mission"}`);
  };
}
