/** Signs that part rows and cells on their way to the database, and cells as any database takes them. */
export const CELL = "\u001f";
export const ROW = "\u001e";
/** Stands around a code that a person must still explain. */
export const UNKNOWN = "\u001a";

const ANY = new RegExp(`[${["\0", CELL, ROW, UNKNOWN].join("")}]`, "g");

export const isStorable = (cell: string): boolean => cell.search(ANY) === -1;

/** Without such signs, and not without end. */
export const storable = (cell: string): string => cell.replace(ANY, "\ufffd").slice(0, 10_000);
