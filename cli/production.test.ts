import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const MAIN = new URL("./main.ts", import.meta.url);

function environmentOf(env: NodeJS.ProcessEnv): string {
  const script = `process.on("exit", () => process.stderr.write(process.env.NODE_ENV)); await import("${MAIN.href}");`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", env }).stderr;
}

describe("the program, however it is started", () => {
  test("runs the production build of what it is made of, unless someone says otherwise", { timeout: 60_000 }, () => {
    const { NODE_ENV: _, ...rest } = process.env;
    expect(environmentOf(rest)).toBe("production");
    expect(environmentOf({ ...rest, NODE_ENV: "" })).toBe("production");
    expect(environmentOf({ ...rest, NODE_ENV: "development" })).toBe("development");
  });

  test("decides so before anything that asks is loaded", () => {
    const [first] = readFileSync(MAIN, "utf8").match(/^import .*$/m) ?? [];
    expect(first).toBe('import "./production.ts";');
  });
});
