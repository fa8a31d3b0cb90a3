// Brings a fresh clone to life on any Node from 18: installs what package-lock.json says, which includes Node 24 itself.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const STAMP = join(ROOT, "node_modules", ".guidepost-installed");

/** Installs if the lock file has changed since the last time. What npm says goes to stderr: stdout belongs to the program. */
export function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  process.stderr.write("Installing what Guidepost needs (once; some minutes on a slow line) …\n");
  // A registry mirror may lack packages for machines other than this one, which `ci` takes for a broken lock file.
  if (!npm("ci", "pipe") && !npm("install", 2)) {
    process.stderr.write(
      "npm could not install. It needs the npm registry (see the lines above); nothing else was changed.\n",
    );
    process.exit(1);
  }
  writeFileSync(STAMP, lock);
}

function npm(verb, errors) {
  const flags = ["--no-audit", "--no-fund", "--no-save", "--loglevel=error"];
  const run = spawnSync("npm", [verb, ...flags], {
    cwd: ROOT,
    stdio: ["ignore", errors, errors],
    shell: process.platform === "win32",
  });
  return run.status === 0;
}

/** The Node that runs Guidepost: the one npm installed, else this one if it is new enough. */
export function node24() {
  const installed = join(ROOT, "node_modules", ".bin", "node");
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  process.stderr.write(
    `Guidepost needs Node 24 or newer. This is ${process.version}, and npm has no Node 24 for ${process.platform} ${process.arch}: install it from nodejs.org.\n`,
  );
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  process.stderr.write(`Installed; runs on ${node24()}\n`);
}
