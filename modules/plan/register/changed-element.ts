/** All that one decision changed of one element, together: its name, what became of it, its old and its new words. Pure. */
import type { ReadLevel, ReadMeasure } from "../document/reading.ts";
import { CHANGE_CLASSES, type Change, type ChangeClass, type Name } from "../text/changes.ts";
import type { FieldValue, Part } from "../text/parts.ts";
import { type RedlinePiece, redline } from "../text/redline.ts";
import type { VersionText } from "../text/version-text.ts";

/** What one cites by an address, where the rest of a version (its years, its levels) has none. */
export const CITED = ["statement", "node", "guardrail", "measure"] as const satisfies readonly Part[];
export const isCited = (element: Part): boolean => (CITED as readonly Part[]).includes(element);

/** One thing of the plan: addresses are unique within a part only. */
export const keyOf = ({ element, address }: Pick<Change, "element" | "address">): string => `${element} ${address}`;

export interface ChangedField {
  field: string;
  /** Null where nothing is said. */
  old: string | null;
  now: string | null;
  pieces: RedlinePiece[];
}

export interface ChangedElement {
  element: Part;
  address: string;
  /** As it was called after the decision, or last. */
  name: Name;
  became: "added" | "dropped" | "changed";
  classes: ChangeClass[];
  /** Under what it stands or stood, by code; null: at the top, or where it was. */
  under: { old: string | null; now: string | null } | null;
  fields: ChangedField[];
}

/** How things are called that changes name by their address alone. */
export type Codes = ReadonlyMap<string, string>;

/** Before the changes and after them; one and the same where no text of both is at hand. */
export interface BothCodes {
  old: Codes;
  now: Codes;
}

export function codesOf(text: VersionText, changes: readonly Change[] = []): Codes {
  const codes = new Map<string, string>();
  const add = (address: string, name: string | null) => name !== null && codes.set(address, name);
  for (const { address, name } of changes) {
    const said = name.now ?? name.old;
    add(address, said?.code ?? null);
  }
  for (const { address, code } of [...text.nodes, ...text.measures, ...text.guardrails]) add(address, code);
  for (const { key, label } of text.levels) add(`level ${key}`, label);
  return codes;
}

/** The changes by what they are about, in their own order. */
export const byElement = (changes: readonly Change[]): [Change, ...Change[]][] => [
  ...(Map.groupBy(changes, keyOf).values() as Iterable<[Change, ...Change[]]>),
];

export function changedElement(changes: readonly [Change, ...Change[]], codes: BothCodes): ChangedElement {
  const [first] = changes;
  const { element, address, name } = first;
  const own = new Set(changes.map((change) => change.class));
  const classes = CHANGE_CLASSES.filter((each) => own.has(each));
  const head = { element, address, name: name.now ?? name.old ?? { code: null, text: null }, classes };
  const under = (parent: string | null, side: Codes) => (parent === null ? null : (side.get(parent) ?? parent));
  if (first.kind === "added" || first.kind === "dropped") {
    const isNew = first.kind === "added";
    const { fields, place } = isNew ? first.now : first.old;
    const side = isNew ? codes.now : codes.old;
    const said = READ_WHOLE.flatMap((field) => {
      const words = wordsOf(field, fields[field] ?? null, side);
      return words === null ? [] : [fieldOf(field, isNew ? null : words, isNew ? words : null)];
    });
    const parent = under(place.parent, side);
    const stands = { old: isNew ? null : parent, now: isNew ? parent : null };
    return { ...head, became: first.kind, under: parent === null ? null : stands, fields: said };
  }
  const moved = changes.find((change) => change.kind === "moved" && change.old.parent !== change.now.parent);
  return {
    ...head,
    became: "changed",
    under:
      moved?.kind === "moved"
        ? { old: under(moved.old.parent, codes.old), now: under(moved.now.parent, codes.now) }
        : null,
    fields: changes.flatMap((change) => {
      if (change.kind !== "changed") return [];
      const { field, old, now } = change;
      return [fieldOf(field, wordsOf(field, old, codes.old), wordsOf(field, now, codes.now))];
    }),
  };
}

/** What is worth reading of something that came or went whole. */
const READ_WHOLE = [
  ...["printed", "label", "title", "text", "statement", "owner", "actor", "dates", "amount"],
  ...["baseline", "target", "byWhen", "series", "guardrail", "nodes"],
];

const fieldOf = (field: string, old: string | null, now: string | null): ChangedField => ({
  field,
  old,
  now,
  pieces: redline(old ?? "", now ?? ""),
});

/** A value as one line of words; null for nothing. Addresses become codes. */
export function wordsOf(field: string, value: FieldValue, codes: Codes): string | null {
  if (value === null || value === "" || value === false) return null;
  if (value === true) return "✓";
  if (field === "series")
    return listed((value as ReadMeasure["series"]).map((cell) => `${cell.period}: ${cell.value}`));
  if (field === "nodes") return listed((value as string[]).map((address) => codes.get(address) ?? address));
  if (field === "numbering") {
    const { prefix, style, separator } = value as ReadLevel["numbering"];
    return [prefix, style, separator].filter(Boolean).join(" ");
  }
  const words = String(value);
  if (field === "guardrail") return codes.get(words) ?? words;
  return field === "level" ? (codes.get(`level ${words}`) ?? words) : words;
}

const listed = (words: string[]): string | null => (words.length === 0 ? null : words.join(", "));
