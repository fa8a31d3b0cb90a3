/** One cell: what it means here, in the form in which it is staged, or why it is refused. */
import type { Column, Vocabulary } from "../definition.ts";
import { codeKey, type RowRefusal } from "../domain.ts";
import { isStorable, UNKNOWN } from "../storable.ts";
import { readDay } from "./day.ts";

const LONGEST = 255;

export type ReadCell = { value: string | null } | { refused: Pick<RowRefusal, "because" | "said"> };

const no = (because: string, said: RowRefusal["said"] = {}): ReadCell => ({ refused: { because, said } });

/** A reader for each column, made once a file: what it takes is found out once. */
export function cellReader(column: Column, answers: ReadonlyMap<string, string | null>): (cell: string) => ReadCell {
  const { type, longest = LONGEST, filled = false, lower = false, like } = column;
  const read = typeof type === "object" ? codeReader(type, answers) : READERS[type];
  const pattern = like === undefined ? null : new RegExp(`^(?:${like.pattern})$`, "u");
  return (raw) => {
    const cell = raw.trim();
    if (cell === "") return filled ? no("empty") : { value: null };
    if (cell.length > longest) return no("too-long", { longest, length: cell.length });
    if (!isStorable(cell)) return no("control-character");
    if (pattern !== null && !pattern.test(cell)) return no("unlike", { expected: like?.expected ?? "" });
    return read(lower ? cell.toLowerCase() : cell);
  };
}

const isDigits = /^-?\d{1,9}$/;
const isNumber = /^-?(?:\d{1,15})(?:\.\d{1,15})?$/;
const TRUE = new Set(["true", "t", "yes", "y", "1", "x", "sí", "si"]);
const FALSE = new Set(["false", "f", "no", "n", "0"]);

const READERS: Record<Exclude<Column["type"], Vocabulary>, (cell: string) => ReadCell> = {
  text: (cell) => ({ value: cell.normalize("NFC") }),
  integer: (cell) => (isDigits.test(cell) ? { value: String(Number(cell)) } : no("not-integer")),
  number: (cell) => (isNumber.test(cell) ? { value: cell } : no("not-number")),
  boolean: (cell) => {
    const said = cell.toLowerCase();
    if (TRUE.has(said)) return { value: "true" };
    return FALSE.has(said) ? { value: "false" } : no("not-boolean");
  },
  date: (cell) => {
    const value = readDay(cell);
    return value === null ? no("not-date") : { value };
  },
  list: (cell) => {
    const each = cell.split(",").flatMap((part) => part.trim().normalize("NFC") || []);
    return { value: each.length === 0 ? null : each.join(",") };
  },
};

function codeReader(vocabulary: Vocabulary, answers: ReadonlyMap<string, string | null>): (cell: string) => ReadCell {
  const known = new Map<string, string | null>(answers);
  for (const [value, codes] of Object.entries(vocabulary.codes)) {
    for (const code of [value, ...codes]) known.set(codeKey(code), value);
  }
  const expected = Object.keys(vocabulary.codes).join(", ");
  return (cell) => {
    const key = codeKey(cell);
    const value = known.get(key);
    if (value !== undefined) return { value };
    if (vocabulary.unknown === "keep") return { value: cell.normalize("NFC") };
    if (vocabulary.unknown === "refuse" || key === "") return no("not-code", { expected });
    return { value: `${UNKNOWN}${key}${UNKNOWN}${cell}` };
  };
}
