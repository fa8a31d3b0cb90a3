// `npm test`: installs what is missing and runs everything: rules and database, then starts, stops and kills of the program,
// both on each engine; then the browser. Ends with the line `N passed, N failed`.
// Arguments go to vitest (a file name, -t "a sentence") and choose the ring they belong to: `npm test -- tests/faults`.
// Not part of it, because it installs everything once more: `npm test -- tests/fresh`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install, node24, ROOT } from "./install.mjs";
import { installChromium, startPostgres } from "./test-machine.mjs";

install();
const only = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), "guidepost-reports-"));
let passed = 0;
let failed = 0;

/** The rings to run: all but `fresh`, or the one that the arguments name a file of. */
function chooseRings() {
  if (only.length === 0) return ["rules", "faults", "browser"];
  const named = (pattern) => only.some((word) => pattern.test(word));
  if (named(/tests\/faults/)) return ["faults"];
  if (named(/tests\/fresh/)) return ["fresh"];
  return named(/tests\/(journeys|accessibility|routes)/) ? ["browser"] : ["rules"];
}

function count(report, name) {
  if (!existsSync(report)) {
    failed += 1;
    process.stdout.write(`${name}: the tests did not finish\n`);
    return;
  }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  passed += numPassedTests;
  // A file that cannot even be loaded has no failed test, and must not pass for that.
  failed += numFailedTests === 0 && numFailedTestSuites > 0 ? numFailedTestSuites : numFailedTests;
}

function vitest(name, environment) {
  process.stdout.write(`\n== ${name}\n`);
  const report = join(reports, `${name.replace(/\W+/g, "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = [join(ROOT, "node_modules", "vitest", "vitest.mjs"), "run", ...reporters, ...only];
  const env = { ...process.env, NO_COLOR: "1", TEST_RING: "", TEST_DATABASE_URL: "", ...environment };
  return new Promise((resolve) => {
    const run = spawn(node24(), args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env });
    run.on("exit", () => {
      count(report, name);
      resolve();
    });
  });
}

function check(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const run = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  if (run.status === 0) passed += 1;
  else failed += 1;
}

function notRun(what, missing, packages) {
  const how = `It is not on this machine and could not be installed (as root: apt-get install ${packages}).`;
  process.stdout.write(`\nNOT RUN: ${what}, for want of ${missing}. ${how}\n`);
}

if (only.length === 0) {
  const bin = (name) => join(ROOT, "node_modules", ".bin", name);
  check("format and lint", bin("biome"), ["check", "--error-on-warnings", "."]);
  const typegen = [join(ROOT, "node_modules", "@react-router", "dev", "bin.cjs"), "typegen"];
  spawnSync(node24(), typegen, { cwd: ROOT, stdio: "inherit" });
  check("types", bin("tsc"), ["--noEmit"]);
}

const rings = chooseRings();
const postgres = rings.includes("rules") || rings.includes("faults") ? await startPostgres() : undefined;
if (postgres === null) notRun("the tests on PostgreSQL", "PostgreSQL", "postgresql");
const engines = [["embedded database", ""], ...(postgres ? [["PostgreSQL", postgres.url]] : [])];

if (rings.includes("rules")) {
  for (const [name, url] of engines) await vitest(name, { TEST_DATABASE_URL: url });
}
if (rings.includes("faults")) {
  build();
  for (const [name, url] of engines) {
    await vitest(`faults, ${name}`, { TEST_RING: "faults", TEST_DATABASE_URL: url });
  }
}
if (rings.includes("browser")) {
  build();
  const chromium = installChromium();
  if (chromium === null) notRun("the tests in the browser", "Chromium", "chromium");
  else await vitest("browser", { TEST_RING: "browser", CHROMIUM: chromium });
}
if (rings.includes("fresh")) await vitest("fresh clone", { TEST_RING: "fresh" });

await postgres?.stop();
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
