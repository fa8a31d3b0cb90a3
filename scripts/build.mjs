// Builds the web part if any file it is made from has changed since the last build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { node24, ROOT } from "./install.mjs";

const MADE_FROM = [
  "app",
  "lib",
  "locales",
  "modules",
  "platform",
  "public",
  "ui",
  "package-lock.json",
  "react-router.config.ts",
  "vite.config.ts",
];
const STAMP = join(ROOT, "build", ".made-from");

function* files(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const part of MADE_FROM) {
    for (const file of files(join(ROOT, part))) {
      if (/\.(test|examples\.test)\.tsx?$/.test(file)) continue;
      hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

export function build() {
  const now = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === now) return;
  process.stderr.write("Building the pages …\n");
  rmSync(STAMP, { force: true });
  const made = spawnSync(node24(), [join(ROOT, "node_modules", "@react-router", "dev", "bin.cjs"), "build"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (made.status !== 0) {
    process.stderr.write(`${made.stdout}${made.stderr}\nThe pages could not be built.\n`);
    process.exit(1);
  }
  writeFileSync(`${STAMP}.new`, now);
  renameSync(`${STAMP}.new`, STAMP);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
