/** What manifest.csv says of the other files, held against the files that came. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Manifest, Mode, SetProblem } from "#modules/imports/definition.ts";

/** Names in the manifest, and the sources that we read of them. The others (grades, resources) are no roster. */
const SOURCES: Record<string, string> = {
  orgs: "orgs",
  academicsessions: "academic_sessions",
  courses: "courses",
  classes: "classes",
  users: "users",
  roles: "roles",
  enrollments: "enrollments",
  demographics: "demographics",
};

interface Property {
  line: number;
  name: string;
  value: string;
}

export const manifest: Manifest = {
  source: "manifest",
  read(rows, files) {
    const properties = rows.map(({ line, cells }) => ({
      line,
      name: (cells.property_name ?? "").toLowerCase(),
      value: cells.value ?? "",
    }));
    const problem = versionProblem(properties) ?? repeated(properties);
    return problem ? refuse(problem) : modesOf(properties, files);
  },
};

/**
 * A spreadsheet program turns `1.0` into `1`. That alone would do no harm; but whoever opened this file has likely opened the
 * others, and there the same program takes the zeros from "0042" and "03", which makes another student and another grade.
 */
function versionProblem(properties: readonly Property[]): SetProblem | null {
  const version = properties.find(({ name }) => name === "manifest.version");
  if (version !== undefined && /^1(,0)?$/.test(version.value)) return because("manifest-spreadsheet", version);
  if (version !== undefined && version.value !== "1.0") return because("manifest-version", version);
  const standard = properties.find(({ name }) => name === "oneroster.version");
  return standard !== undefined && !/^1\.[12](\.\d)?$/.test(standard.value)
    ? because("one-roster-version", standard)
    : null;
}

function repeated(properties: readonly Property[]): SetProblem | null {
  const seen = new Set<string>();
  for (const property of properties) {
    if (seen.has(property.name)) return because("manifest-twice", property);
    seen.add(property.name);
  }
  return null;
}

function modesOf(
  properties: readonly Property[],
  files: readonly string[],
): Result<{ modes: Record<string, Mode>; aside: string[] }, SetProblem> {
  const modes: Record<string, Mode> = {};
  const aside: string[] = [];
  for (const property of properties) {
    const source = SOURCES[property.name.replace(/^file\./, "")];
    if (!property.name.startsWith("file.") || source === undefined) continue;
    const mode = property.value.toLowerCase();
    const isThere = files.includes(source);
    if (mode === "absent") aside.push(...(isThere ? [source] : []));
    else if (mode !== "bulk" && mode !== "delta") return refuse(because("manifest-mode", property));
    else if (!isThere) return refuse(because("manifest-missing", property));
    else modes[source] = mode;
  }
  return ok({ modes, aside });
}

const because = (why: string, { line, name, value }: Property): SetProblem => ({
  because: why,
  values: { property: name, value, file: name.replace(/^file\./, "") },
  line,
  column: "value",
});
