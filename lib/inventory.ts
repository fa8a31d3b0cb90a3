/**
 * What is held of people, why and for how long, beside the code that holds it. Every column of every table is named in exactly one
 * place; `tests/inventory` compares that with the database itself, so that a new column without an entry fails.
 */

export const SUBJECTS = ["student", "staff", "public"] as const;
/** Students; people who work here, the board among them; everyone else. */
export type Subject = (typeof SUBJECTS)[number];

export interface Held {
  subject: Subject;
  /** Keys of words: what it is, why it is held, and how long. */
  what: string;
  why: string;
  until: string;
  /** Columns that say something of a person, and all others: names with spaces between. */
  personal: string;
  plain: string;
}

/** A table that says nothing of a person: its columns. */
export type Plain = string;

/** By name of the table: "people.grant". */
export type Inventory = Readonly<Record<string, Held | Plain>>;

export const isHeld = (entry: Held | Plain): entry is Held => typeof entry !== "string";

export const columnsOf = (entry: Held | Plain): string[] =>
  (isHeld(entry) ? `${entry.personal} ${entry.plain}` : entry).split(" ").filter(Boolean);
