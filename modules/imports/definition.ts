/**
 * How a module declares an import: as data. From this one declaration the machinery finds the files of a set and their columns,
 * stages, checks, rehearses, publishes and reverts, and its documentation is written (`/imports/kinds/:kind` and
 * `docs/guide/import-files.md`). A module declares in its `import.ts`; `app/import-kinds.ts` lists every declaration.
 *
 * **SQL in a definition** is set-based, and never sees a value of a person's file except as a staged row. It may name
 *
 * - `{users}`: the staged rows of the source "users" that were not refused, as a relation: `line` (int) and one typed column for
 *   each declared column, by its `name`. Give it an alias: `from {users} u`. Text is trimmed; an empty cell is null; a column
 *   that the file does not have is null in every row.
 * - `{users:refused}`: the rows that were refused, with every column as text, as it stood in the file. They stand in the file,
 *   though they may not go in: see `Target.kept`.
 * - `{users:mode}`: 'bulk', 'delta', or 'absent' if the set has no such file (whose relation then is empty, and in whose targets
 *   nothing is gone).
 * - `{district}` (uuid), `{import}` (uuid), `{today}` (date), as literals.
 *
 * Every table of ours begins its keys with `district_id`: a join names it, as in `there.district_id = {district}`. Row security
 * holds: it runs as the program (`system`) in this district.
 */
import type { Result } from "#lib/result.ts";

/** In SQL: text, date, boolean, int, numeric, text[] (a cell "a,b,c"), and for a vocabulary the text of its value. */
export type ColumnType = "text" | "date" | "boolean" | "integer" | "number" | "list" | Vocabulary;

/** Codes and what they mean here. A code that is none of these is asked of a person once, and remembered for the district. */
export interface Vocabulary {
  /** Value by value, with the codes that files use for it (the value itself is one); case, spaces, `_` and `-` do not count. */
  codes: Readonly<Record<string, readonly string[]>>;
  /**
   * `ask` (the default): a person says which value an unknown code means, or that it means nothing (null).
   * `refuse`: the row is refused. `keep`: an unknown code stays as it is (an extension of a standard's vocabulary).
   */
  unknown?: "ask" | "refuse" | "keep";
}

export interface Column {
  /** Its name in SQL: snake_case. */
  name: string;
  /** As files write it; case, spaces, `_`, `-` and `.` do not count when it is looked for. */
  header: string;
  /** Other names that real files give it. */
  aliases?: readonly string[];
  type: ColumnType;
  /** A file without this column is refused. */
  required?: boolean;
  /** A row with an empty cell here is refused; only for columns that are there. */
  filled?: boolean;
  /** Most characters of a cell: 255 unless said. */
  longest?: number;
  /** Case means nothing (an e-mail address): staged in lower case. */
  lower?: boolean;
  /** A regular expression that the whole cell must match, and how a person would say that: key in `expected` of the kind's words. */
  like?: { pattern: string; expected: string };
}

/** One file of the set. */
export interface Source {
  /** "users": its name in SQL and in counts. Lower case, digits and `_`, not ending in "refused". */
  name: string;
  /** File names that are this one; case and what stands before or after the name count nothing: "users.csv". */
  files: readonly string[];
  /** A set without it is refused. */
  required?: boolean;
  /** A file of column names alone is right (in a delta it always is). */
  mayBeEmpty?: boolean;
  columns: readonly Column[];
  /**
   * Columns that no two rows may share. The second row is refused and told of the first; one that is the same in every declared
   * column is left aside, as it says nothing new.
   */
  key?: readonly string[];
}

/** A rule across rows. Runs in the order of the list, each over what the ones before it have left. */
export interface Check {
  source: string;
  /** The column it is about; null: the row. */
  column: string | null;
  /**
   * Key in `refusals` of the kind's words, with `{value}`: says what is wrong, what was expected and what to do. (Where `does`
   * is "aside", the key is in `asides`.)
   */
  because: string;
  /** `refuse`: the row does not go in, and counts for the bounds. `aside`: it is right, and means nothing here; it stays "same". */
  does: "refuse" | "aside";
  /** SQL: `select u.line, u.org_id as value from {users} u where …`. Further columns are values of the message. */
  rows: string;
}

/** What becomes of a row that is there and no longer in the file. `delete`, or columns with SQL expressions (`{today}`). */
export type Gone = "delete" | { set: Readonly<Record<string, string>> };

/**
 * A table that rows go into, in the order of the list (what refers to others comes after them). Two targets may name one table
 * and write different columns of it. Nothing else may change the columns that a target writes: a revert would take that for
 * someone else's change, and refuse.
 */
export interface Target {
  /** "roster.student". The machinery writes `district_id` and, for a new row, `id`. */
  table: string;
  /** The source whose rows these are: what `line` counts in, and whose mode (bulk or delta) holds. */
  source: string;
  /**
   * Columns (beside `district_id`) by which a row of the file meets the row that is there: a unique index must say the same.
   * Never null.
   */
  key: readonly string[];
  /** Further columns: written, and compared (`is distinct from`) to tell changed from same. With none, rows are only added. */
  columns: readonly string[];
  /**
   * Columns of the table that stay as they are when the file has none of these columns of `source`: a list without titles takes
   * no title away. (Of the others, an empty cell empties.)
   */
  givenBy?: Readonly<Record<string, readonly string[]>>;
  /** Columns written only into a new row (beside the key). They are among what `rows` yields. */
  firstOnly?: readonly string[];
  /**
   * SQL that yields `line` (or null), the key, the columns, and, where rows may ask that what is there go, `… as gone` (boolean; it counts
   * in a delta only, and such a row needs nothing but its key).
   * Never two rows with one key. Targets before this one are written already, so it may join them for their ids. A row of the
   * file that changes nothing in any target is "same".
   */
  rows: string;
  /** `id` is a column of the table and gets a new UUIDv7 (the default); without it the key must be the table's primary key. */
  id?: boolean;
  /**
   * `replace`: within `scope`, a row that the file no longer has is gone (in bulk mode). `add`: a row is never gone by absence.
   */
  merge: "replace" | "add";
  /** SQL condition on `there`, the table's own row: which rows this file speaks of, and which are not gone already. */
  scope?: string;
  /**
   * SQL that yields the keys (columns named as `key`) of rows that stand in the file though they were refused (`{users:refused}`),
   * or that may not go for another reason: they stay as they are. Needed for `replace`.
   */
  kept?: string;
  gone?: Gone;
}

export type Mode = "bulk" | "delta";

/** What a manifest (or the like) says is wrong with the set, before anything is staged. */
export interface SetProblem {
  /** Key in `refusals` of the kind's words. */
  because: string;
  values?: Record<string, string | number>;
  line?: number;
  column?: string;
}

/** A small file of the set that says how to take the others. */
export interface Manifest {
  /** Its source. It is read whole, at most 1,000 rows, and staged like the others. */
  source: string;
  /**
   * `rows`: cells by column name, as they stand. `files`: the sources that are in the set. Answers the mode of each source that is
   * not bulk, and which sources to leave aside.
   */
  read(
    rows: readonly { line: number; cells: Readonly<Record<string, string | null>> }[],
    files: readonly string[],
  ): Result<{ modes: Readonly<Record<string, Mode>>; aside: readonly string[] }, SetProblem>;
}

/** What may go or be refused before a person must say yes: stopped if it is more than `rows` **and** more than `percent`. */
export interface Bounds {
  rows: number;
  percent: number;
}

/** Something that no row shows and no absence: counted after the checks, and held against the bounds. */
export interface Alarm {
  /** Key in `alarms` of the kind's words, with `{many}` and `{of}`. */
  because: string;
  source: string;
  /** SQL that answers one row: `many` of `of` are as they should not be. */
  rows: string;
}

export interface ImportDefinition {
  /** "staff": in addresses, folders, `--kind` and the log. Lower case and `-`. */
  kind: string;
  /**
   * The namespace of `locales` that speaks of it (`Messages`), where `kinds.<kind>` holds: `title`, `lede`,
   * `sources.<source>` (what one row is), `targets.<table, with _ for .>`, `refusals.<because>`, `asides.<because>`, `alarms.<because>`,
   * `expected.<expected>`. The column names of files are not translated.
   */
  words: string;
  /** Whether it holds students: then only the data steward loads it, and its rows are student data. */
  students: boolean;
  sources: readonly Source[];
  /** Names of files that belong to such a set and hold nothing for this kind: never taken for a source, whatever their columns. */
  passedOver?: readonly string[];
  manifest?: Manifest;
  checks: readonly Check[];
  targets: readonly Target[];
  alarms?: readonly Alarm[];
  /**
   * SQL that runs at the end of a publication, of a rehearsal and of a reversal, in their transaction: what follows from the
   * tables, such as `select roster.keep_day({district}, {today})`.
   */
  after?: readonly string[];
  bounds: Bounds;
}
