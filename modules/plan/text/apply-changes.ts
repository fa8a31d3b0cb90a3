/** Changes carried out on a text, all or none. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Change, Changed, Place, Placed } from "./change.ts";
import { flawOf } from "./flaw.ts";
import { inPlanOrder, placesOf, siblingsOf } from "./order.ts";
import { type Entry, PARTS, type Part, partsOf, textOf } from "./parts.ts";
import { isSame, isSameField } from "./same.ts";
import type { VersionText } from "./version-text.ts";

/** The text changed meanwhile: this element is not as the changes found it, or could not stand where they leave it. */
export interface ChangesDoNotFit {
  kind: "text_changed";
  element: Part;
  address: string;
}

/**
 * The text after the changes, in whatever order they are listed. Each must find what it changes exactly as it was: a text that
 * changed elsewhere is no hindrance, any other is refused whole. So are changes that leave a text no version can have.
 */
export function applyChanges(old: VersionText, changes: readonly Change[]): Result<VersionText, ChangesDoNotFit> {
  const parts = partsOf(old);
  for (const element of PARTS) {
    const own = changes.filter((change) => change.element === element);
    if (own.length === 0) continue;
    const applied = applyTo(parts[element], own);
    if (!applied.ok) return refuse({ kind: "text_changed", element, address: applied.problem });
    parts[element] = applied.value;
  }
  const now = textOf(parts);
  const flaw = flawOf(partsOf(now));
  return flaw === null ? ok(now) : refuse({ kind: "text_changed", element: flaw.element, address: flaw.address });
}

/** The problem is the address at which a change does not fit. */
function applyTo(old: readonly Entry[], changes: readonly Change[]): Result<Entry[], string> {
  const entries = new Map(old.map((entry) => [entry.address, entry]));
  const placed = placeAnew(old, entries, changes);
  if (!placed.ok) return placed;

  const refused = write(old, entries, changes);
  return refused === null ? inNewOrder(old, entries, placed.value) : refuse(refused);
}

/** Adds, drops and moves. `entries` is brought up to date; the answer says behind whom each new or moved one comes. */
function placeAnew(
  old: readonly Entry[],
  entries: Map<string, Entry>,
  changes: readonly Change[],
): Result<Map<string, string>, string> {
  const places = placesOf(old);
  const known = new Map(old.map((entry) => [entry.address, entry]));
  const comes = new Map<string, string>();
  const done = new Set<string>();
  for (const change of changes) {
    if (change.kind === "changed") continue;
    const { address } = change;
    const was = known.get(address);
    if (done.has(address) || !finds(change, was, places.get(address))) return refuse(address);
    done.add(address);
    if (change.kind === "dropped") {
      entries.delete(address);
      continue;
    }
    const place = change.kind === "added" ? change.now.place : change.now;
    const fields = change.kind === "added" ? change.now.fields : was!.fields;
    if (comes.has(behind(place))) return refuse(address);
    comes.set(behind(place), address);
    entries.set(address, { address, parent: place.parent, fields });
  }
  return ok(comes);
}

const behind = ({ parent, after }: Place): string => JSON.stringify([parent, after]);

/** What is added is not there yet; what is dropped or moved is as it was. */
function finds(change: Exclude<Change, Changed>, was: Entry | undefined, place: Place | undefined): boolean {
  if (change.kind === "added") return was === undefined;
  if (was === undefined) return false;
  return change.kind === "moved"
    ? isSame(place, change.old)
    : isSame(place, change.old.place) && saysAll(was, change.old);
}

const saysAll = (was: Entry, { fields }: Placed): boolean =>
  Object.keys({ ...was.fields, ...fields }).every((field) => isSameField(field, was.fields[field], fields[field]));

/** What fields say anew, in `entries`; the address at which a change does not fit, or null. */
function write(old: readonly Entry[], entries: Map<string, Entry>, changes: readonly Change[]): string | null {
  const known = new Set(old.map(({ address }) => address));
  const written = new Set<string>();
  for (const change of changes) {
    if (change.kind !== "changed") continue;
    const { address, field } = change;
    const entry = known.has(address) ? entries.get(address) : undefined;
    const once = JSON.stringify([address, field]);
    if (entry === undefined || written.has(once) || !Object.hasOwn(entry.fields, field)) return address;
    if (!isSameField(field, entry.fields[field], change.old)) return address;
    written.add(once);
    entries.set(address, { ...entry, fields: { ...entry.fields, [field]: change.now } });
  }
  return null;
}

/**
 * Siblings that stayed keep their order; each new or moved one comes directly behind the one it names. Refuses what would be
 * left outside the plan: under a dropped parent, behind a stranger, or beneath itself.
 */
function inNewOrder(
  old: readonly Entry[],
  entries: ReadonlyMap<string, Entry>,
  comes: ReadonlyMap<string, string>,
): Result<Entry[], string> {
  const coming = new Set(comes.values());
  const stayed = siblingsOf(old.filter(({ address }) => entries.has(address) && !coming.has(address)));
  const siblings = new Map(
    [null, ...entries.keys()].map((parent) => [
      parent,
      [null, ...(stayed.get(parent) ?? [])].flatMap((first) => [
        ...(first === null ? [] : [first]),
        ...following(parent, first, comes),
      ]),
    ]),
  );
  const order = inPlanOrder(siblings);
  const reached = new Set(order);
  const outside = [...entries.keys()].find((address) => !reached.has(address));
  return outside === undefined ? ok(order.map((address) => entries.get(address)!)) : refuse(outside);
}

/** One behind the other, from the first on. Ends: no two come behind the same one, and nothing comes twice. */
function following(parent: string | null, first: string | null, comes: ReadonlyMap<string, string>): string[] {
  const chain: string[] = [];
  for (let after = first; ; ) {
    const next = comes.get(behind({ parent, after }));
    if (next === undefined) return chain;
    chain.push(next);
    after = next;
  }
}
