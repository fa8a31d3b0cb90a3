/** What a change between two versions of a plan is. Plain values, that can be kept as JSON. */
import type { ChangeClass } from "./change-class.ts";
import type { Fields, FieldValue, Part } from "./parts.ts";

/** Where something stands: under which parent, and behind which sibling (null: as the first). Levels and years have no parent. */
export interface Place {
  parent: string | null;
  after: string | null;
}

export interface Placed {
  place: Place;
  fields: Fields;
}

/** The words by which a person knows it: a node's title (or its statement), a level's label, the year of a focus. */
export interface Name {
  code: string | null;
  text: string | null;
}

interface AnyChange {
  element: Part;
  /** The lasting address; a level's key, the year of a focus, "period". */
  address: string;
  /** Null where it does not exist: before it was added, after it was dropped. */
  name: { old: Name | null; now: Name | null };
  class: ChangeClass;
}

export interface Added extends AnyChange {
  kind: "added";
  old: null;
  now: Placed;
}

export interface Dropped extends AnyChange {
  kind: "dropped";
  old: Placed;
  now: null;
}

/** It stands elsewhere, and all that stands under it came along. */
export interface Moved extends AnyChange {
  kind: "moved";
  old: Place;
  now: Place;
}

/** One field says something else. The addresses in `nodes` are a set, shown in the order of the plan. */
export interface Changed extends AnyChange {
  kind: "changed";
  field: string;
  old: FieldValue;
  now: FieldValue;
}

export type Change = Added | Dropped | Moved | Changed;
