/** Where a student's record is, in whatever module: read and deleted by the same list, which the inventory gives. */
import { columnsOf, type Inventory } from "#lib/inventory.ts";

export interface RecordTable {
  /** "roster.enrollment". */
  table: string;
  column: "id" | "student_id";
}

export const STUDENT_TABLE = "roster.student";

/** Every table whose rows name a student, the student itself last: what refers to it goes first. */
export const recordTables = (inventory: Inventory): RecordTable[] => [
  ...Object.entries(inventory)
    .filter(([, entry]) => columnsOf(entry).includes("student_id"))
    .map(([table]) => ({ table, column: "student_id" as const })),
  { table: STUDENT_TABLE, column: "id" },
];
