/** The files of the house and what they import, read as text. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Made by the machine, or not ours. */
const NOT_OURS = new Set(["node_modules", "build", "data"]);

export interface SourceFile {
  /** From the root, with slashes: "modules/plan/policy.ts". */
  path: string;
  text: string;
}

export interface Import {
  /** A file of ours from the root ("lib/result.ts"), or the name of a package ("node:fs", "react-router"). */
  to: string;
  isOurs: boolean;
  isTypeOnly: boolean;
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /^(tests|bench)\//.test(path);

export function listFiles(...extensions: string[]): SourceFile[] {
  const paths = readdirSync(ROOT, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !NOT_OURS.has(name))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(ROOT, entry.name)) : [join(ROOT, entry.name)]));
  return paths
    .filter((path) => extensions.includes(extname(path)))
    .map((path) => ({ path: relative(ROOT, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const STATEMENT =
  /^(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+["']([^"']+)["']|^import\s+()["']([^"']+)["']|\bimport\(\s*()["']([^"']+)["']/gm;

export function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(STATEMENT)].map((found) => {
    const name = found[2] ?? found[4] ?? found[6] ?? "";
    const isTypeOnly = found[1] !== undefined || onlyTypes(found[0]);
    if (name.startsWith("#")) return { to: name.slice(1), isOurs: true, isTypeOnly };
    if (name.startsWith(".")) return { to: join(dirname(path), name), isOurs: true, isTypeOnly };
    return { to: name, isOurs: false, isTypeOnly };
  });
}

/** `import { type One, type Other } from …` leaves nothing at run time either. */
function onlyTypes(statement: string): boolean {
  const names = /^import\s*\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}
