/** Two versions of a plan beside each other: each element that is not the same, with its old and its new words. Pure. */
import type { Change, ChangeClass, Name } from "../text/changes.ts";
import { CHANGE_CLASSES, changesBetween } from "../text/changes.ts";
import { type Entry, type FieldValue, nameOf, PARTS, type Part, partsOf } from "../text/parts.ts";
import { type RedlinePiece, redline } from "../text/redline.ts";
import type { VersionText } from "../text/version-text.ts";

export interface ComparedField {
  field: string;
  /** Null where nothing is said. */
  old: string | null;
  now: string | null;
  pieces: RedlinePiece[];
}

export interface ComparedElement {
  element: Part;
  address: string;
  /** As it is called now, or was when it went. */
  name: Name;
  became: "added" | "dropped" | "changed";
  classes: ChangeClass[];
  /** Under what it stood and stands, if that is another thing. */
  under: { old: string | null; now: string | null } | null;
  fields: ComparedField[];
}

export interface Comparison {
  elements: ComparedElement[];
  /** In the order in which a reader wants to know. */
  counts: { class: ChangeClass; count: number }[];
  /** What is the same, word for word, in the order of the plan. */
  same: { element: Part; address: string; name: Name }[];
}

/** In the order of the plan; what was dropped stands where it stood. Linear in the texts and their changes. */
export function compared(old: VersionText, now: VersionText): Comparison {
  const changes = changesBetween(old, now);
  const [before, after] = [partsOf(old), partsOf(now)];
  const told = { old: codesOf(old), now: codesOf(now) };
  const elements: ComparedElement[] = [];
  const same: Comparison["same"] = [];
  for (const part of PARTS) {
    const own = Map.groupBy(
      changes.filter(({ element }) => element === part),
      ({ address }) => address,
    );
    for (const entry of inOneOrder(before[part], after[part])) {
      const found = own.get(entry.address);
      if (found) elements.push(elementOf(part, entry, found, told));
      else same.push({ element: part, address: entry.address, name: nameOf(part, entry) });
    }
  }
  return { elements, counts: countsOf(changes), same };
}

/** Each class is counted once an element: a measure whose sentence and figures both moved its target moved one target. */
export function countsOf(changes: readonly Change[]): Comparison["counts"] {
  const counts = new Map<ChangeClass, Set<string>>();
  for (const { class: name, element, address } of changes) {
    counts.set(name, (counts.get(name) ?? new Set()).add(`${element} ${address}`));
  }
  return CHANGE_CLASSES.flatMap((name) => {
    const count = counts.get(name)?.size ?? 0;
    return count === 0 ? [] : [{ class: name, count }];
  });
}

/** The new list, with what is gone behind what it stood behind. */
function inOneOrder(old: readonly Entry[], now: readonly Entry[]): Entry[] {
  const still = new Set(now.map(({ address }) => address));
  const gone = new Map<string | null, Entry[]>();
  let last: string | null = null;
  for (const entry of old) {
    if (still.has(entry.address)) {
      last = entry.address;
      continue;
    }
    const behind = gone.get(last);
    if (behind) behind.push(entry);
    else gone.set(last, [entry]);
  }
  return [...(gone.get(null) ?? []), ...now.flatMap((entry) => [entry, ...(gone.get(entry.address) ?? [])])];
}

interface Codes {
  old: ReadonlyMap<string, string>;
  now: ReadonlyMap<string, string>;
}

function elementOf(element: Part, entry: Entry, changes: readonly Change[], codes: Codes): ComparedElement {
  const [first] = changes as [Change];
  const head = { element, address: entry.address, name: (first.name.now ?? first.name.old) as Name };
  const own = new Set(changes.map((change) => change.class));
  const classes = CHANGE_CLASSES.filter((name) => own.has(name));
  if (first.kind === "added" || first.kind === "dropped") {
    const isNew = first.kind === "added";
    const { fields, place } = isNew ? first.now : first.old;
    const side = isNew ? codes.now : codes.old;
    const said = MAIN_FIELDS.flatMap((field) => {
      const value = sayValue(fields[field] ?? null, side);
      return value === null ? [] : [fieldOf(field, isNew ? null : value, isNew ? value : null)];
    });
    const under = place.parent === null ? null : (side.get(place.parent) ?? place.parent);
    return { ...head, became: first.kind, classes, under: isNew ? { old: null, now: under } : null, fields: said };
  }
  const moved = changes.find((change) => change.kind === "moved");
  const parent = (address: string | null, side: ReadonlyMap<string, string>) =>
    address === null ? null : (side.get(address) ?? address);
  const isElsewhere = moved?.kind === "moved" && moved.old.parent !== moved.now.parent;
  return {
    ...head,
    became: "changed",
    classes,
    under: isElsewhere ? { old: parent(moved.old.parent, codes.old), now: parent(moved.now.parent, codes.now) } : null,
    fields: changes.flatMap((change) =>
      change.kind === "changed"
        ? [fieldOf(change.field, sayValue(change.old, codes.old), sayValue(change.now, codes.now))]
        : [],
    ),
  };
}

/** What is worth reading of something that came or went whole. */
const MAIN_FIELDS = [
  "printed",
  "label",
  "title",
  "text",
  "statement",
  "owner",
  "dates",
  "baseline",
  "target",
  "byWhen",
  "nodes",
];

function fieldOf(field: string, old: string | null, now: string | null): ComparedField {
  return { field, old, now, pieces: redline(old ?? "", now ?? "") };
}

/** How things are called by those who read the plan: by code, or else by address. */
function codesOf({ levels, nodes, measures, guardrails }: VersionText): Map<string, string> {
  const codes = new Map(levels.map(({ key, label }) => [key, label]));
  for (const { address, code } of [...nodes, ...measures, ...guardrails]) if (code !== null) codes.set(address, code);
  return codes;
}

/** A value as one line of words; null for nothing. Addresses become codes. */
export function sayValue(value: FieldValue, codes: ReadonlyMap<string, string>): string | null {
  if (value === null || value === "" || typeof value === "boolean") return value ? "✓" : null;
  if (typeof value === "string") return codes.get(value) ?? value;
  if (!Array.isArray(value)) return [value.prefix, value.style, value.separator].filter(Boolean).join(" ");
  if (value.length === 0) return null;
  return value
    .map((each) => (typeof each === "string" ? (codes.get(each) ?? each) : `${each.period}: ${each.value}`))
    .join(", ");
}
