/** What the whole program holds of people, put together from the registers of its modules. */
import { type Held, type Inventory, isHeld, SUBJECTS, type Subject } from "#lib/inventory.ts";
import { inventory as district } from "#modules/district/inventory.ts";
import { inventory as imports } from "#modules/imports/inventory.ts";
import { inventory as people } from "#modules/people/inventory.ts";
import { inventory as plan } from "#modules/plan/inventory.ts";
import { inventory as roster } from "#modules/roster/inventory.ts";
import { recordTables } from "#modules/roster/record/tables.ts";

export const INVENTORY: Inventory = { ...roster, ...people, ...imports, ...plan, ...district };

export interface HeldLine extends Pick<Held, "what" | "why" | "until"> {
  table: string;
  columns: string[];
}

/** Table by table, whom it is about first; then the tables that say nothing of anyone. */
export function presentInventory(inventory: Inventory): { held: Record<Subject, HeldLine[]>; plain: string[] } {
  const lines = Object.entries(inventory).flatMap(([table, entry]) => (isHeld(entry) ? [{ table, ...entry }] : []));
  const about = (subject: Subject): HeldLine[] =>
    lines
      .filter((line) => line.subject === subject)
      .map(({ table, what, why, until, personal }) => ({ table, what, why, until, columns: personal.split(" ") }));
  return {
    held: Object.fromEntries(SUBJECTS.map((subject) => [subject, about(subject)])) as Record<Subject, HeldLine[]>,
    plain: Object.entries(inventory)
      .filter(([, entry]) => !isHeld(entry))
      .map(([table]) => table)
      .sort(),
  };
}

/** Where a student's record is, in whatever module. */
export const RECORD_TABLES = recordTables(INVENTORY);
