// `npm test`: installs what is missing and runs everything: rules and database on both engines, then the browser.
// Ends with the line `N passed, N failed`. Arguments go to vitest (a file name, -t "a sentence") and skip the browser.
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
  return new Promise((resolve) => {
    const run = spawn(node24(), args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NO_COLOR: "1", ...environment } });
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

if (only.length === 0) {
  const bin = (name) => join(ROOT, "node_modules", ".bin", name);
  check("format and lint", bin("biome"), ["check", "--error-on-warnings", "."]);
  spawnSync(node24(), [join(ROOT, "node_modules", "@react-router", "dev", "bin.cjs"), "typegen"], { cwd: ROOT, stdio: "inherit" });
  check("types", bin("tsc"), ["--noEmit"]);
}

await vitest("embedded database", { TEST_DATABASE_URL: "" });
const postgres = await startPostgres();
if (postgres === null) process.stdout.write("\nNOT RUN: the tests on PostgreSQL. It is not on this machine and could not be installed (as root: apt-get install postgresql).\n");
else await vitest("PostgreSQL", { TEST_DATABASE_URL: postgres.url });

if (only.length === 0) {
  build();
  const chromium = installChromium();
  if (chromium === null) process.stdout.write("\nNOT RUN: the tests in the browser. There is no Chromium, and it could not be installed (as root: apt-get install chromium).\n");
  else await vitest("browser", { TEST_RING: "browser", CHROMIUM: chromium, TEST_DATABASE_URL: "" });
}

await postgres?.stop();
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
