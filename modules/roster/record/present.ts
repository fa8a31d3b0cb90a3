/** A student's record as a page and as a file. */
import { spokenName } from "../students/present.ts";
import type { RecordRow, StudentRecord } from "./read.ts";

export interface RecordBlock {
  table: string;
  /** A value is a day, a yes or no, or words; null where nothing is held. */
  rows: { name: string; value: string | boolean | null }[][];
}

export interface PresentedRecord {
  id: string;
  name: string;
  blocks: RecordBlock[];
  looks: { at: Date; by: string | null; through: string }[];
}

/** What only joins one table to another says nothing to a family. */
const JOINS = new Set(["id", "student_id"]);

export function presentRecord({ student, tables, looks, names }: StudentRecord): PresentedRecord {
  const facts = (row: RecordRow) =>
    Object.entries(row)
      .filter(([name]) => !JOINS.has(name))
      .map(([name, value]) => ({ name, value: say(value, names) }));
  return {
    id: student.studentId,
    name: spokenName(student),
    blocks: tables.filter(({ rows }) => rows.length > 0).map(({ table, rows }) => ({ table, rows: rows.map(facts) })),
    looks: looks.map(({ at, by, through }) => ({ at: new Date(at), by, through })),
  };
}

function say(value: unknown, names: Record<string, string>): string | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((each) => say(each, names)).join(", ");
  const plain = typeof value === "object" ? JSON.stringify(value) : String(value);
  return names[plain] ?? plain;
}

/** The open form of it: rows as the database names them, and what their ids mean. */
export const recordFile = (
  { student, tables, looks, names }: StudentRecord,
  { district, at }: { district: string; at: string },
) => ({
  what: "the record of a student, as Guidepost holds it",
  district,
  at,
  student: { id: student.studentId, name: spokenName(student) },
  tables: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
  names,
  looks,
});
