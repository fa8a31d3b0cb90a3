/** A sample roster as the files of one export: everything (bulk), or what changed since an earlier night (delta). */
import { COLUMNS, COLUMNS_NOW, MANIFEST_FILES, MANIFEST_FILES_NOW, PROGRAM_COLUMNS } from "./columns.ts";
import { type Dialect, PLAIN, type Row, speller } from "./dialect.ts";
import { type FileName, partsOf } from "./rows.ts";
import { laterBy, type SampleDistrict } from "./sample-district.ts";
import { dayAfter, firstNight } from "./school-year.ts";

export interface ExportedFile {
  /** "users.csv" */
  name: string;
  /** Its text in pieces, made as they are asked for: a school at a time. */
  pieces(): Iterable<string>;
}

export interface ExportOptions {
  dialect?: Partial<Dialect>;
  /** A delta from this night to the district's own; all rows if left out. */
  since?: number;
}

const FILES: readonly FileName[] = [
  "orgs",
  "academicSessions",
  "courses",
  "classes",
  "users",
  "enrollments",
  "demographics",
];

/** The manifest first, the program flags last. Flags are always all of them: no system exports changes of those. */
export function exportFiles(district: SampleDistrict, options: ExportOptions = {}): ExportedFile[] {
  const dialect = { ...PLAIN, ...options.dialect };
  const names: FileName[] = dialect.version === "1.2" ? [...FILES, "roles", "userProfiles"] : [...FILES];
  return [
    { name: "manifest.csv", pieces: () => [manifest(dialect, names, options.since !== undefined)] },
    ...names.map((name) => ({ name: `${name}.csv`, pieces: () => pieces(district, dialect, name, options.since) })),
    { name: "programFlags.csv", pieces: () => pieces(district, dialect, "programFlags", undefined) },
  ];
}

/** The whole text of each file: for tests and small districts. */
export const exportTexts = (district: SampleDistrict, options?: ExportOptions): Map<string, string> =>
  new Map(exportFiles(district, options).map(({ name, pieces }) => [name, [...pieces()].join("")]));

function manifest(dialect: Dialect, names: readonly string[], isDelta: boolean): string {
  const listed = dialect.version === "1.2" ? MANIFEST_FILES_NOW : MANIFEST_FILES;
  const lines = [
    ["propertyName", "value"],
    ["manifest.version", "1.0"],
    ["oneroster.version", dialect.version],
    ...listed.map((file) => [`file.${file}`, names.includes(file) ? (isDelta ? "delta" : "bulk") : "absent"]),
    ["source.systemName", "Sample roster"],
    ["source.systemCode", "sample-roster"],
  ];
  return lines.map((cells) => cells.join(",") + dialect.newline).join("");
}

function* pieces(
  district: SampleDistrict,
  dialect: Dialect,
  file: FileName,
  since: number | undefined,
): Generator<string> {
  const { header, line } = speller(dialect, file, columnsOf(file, dialect));
  yield header;
  const parts = since === undefined ? bulk(district, dialect, file) : delta(district, dialect, file, since);
  for (const rows of parts) if (rows.length > 0) yield rows.map(line).join("");
}

function columnsOf(file: FileName, { version }: Dialect): readonly string[] {
  if (file === "programFlags") return PROGRAM_COLUMNS;
  if (version === "1.2" && file in COLUMNS_NOW) return COLUMNS_NOW[file as keyof typeof COLUMNS_NOW];
  return COLUMNS[file as keyof typeof COLUMNS];
}

function* bulk(district: SampleDistrict, dialect: Dialect, file: FileName): Generator<Row[]> {
  const head = {
    status: dialect.status === "active" ? "active" : "",
    dateLastModified: momentOf(laterBy(district, -district.night)),
  };
  for (const rows of partsOf(district, dialect, file)) yield rows.map((row) => ({ ...head, ...row }));
}

/** Part by part: what is new or says something else, then what is no longer there. */
function* delta(district: SampleDistrict, dialect: Dialect, file: FileName, since: number): Generator<Row[]> {
  const dateLastModified = momentOf(district);
  const before = partsOf(laterBy(district, since - district.night), dialect, file);
  for (const rows of partsOf(district, dialect, file)) {
    const old = new Map(((before.next().value || []) as Row[]).map((row) => [row.sourcedId, row]));
    const now = new Set(rows.map(({ sourcedId }) => sourcedId));
    const gone = [...old.values()].filter(({ sourcedId }) => !now.has(sourcedId));
    yield [
      ...rows
        .filter((row) => JSON.stringify(old.get(row.sourcedId)) !== JSON.stringify(row))
        .map((row) => ({ status: "active", dateLastModified, ...row })),
      ...gone.map((row) => ({ status: "tobedeleted", dateLastModified, ...row })),
    ];
  }
}

const momentOf = (district: SampleDistrict): string =>
  `${dayAfter(firstNight(district), district.night)}T02:00:00.000Z`;
