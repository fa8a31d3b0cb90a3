import { defineConfig } from "vitest/config";

/**
 * Tests run in rings. Without `TEST_RING`: rules and database. `browser` needs Chromium and a built program; `faults` starts,
 * stops and kills the built program; `fresh` installs everything anew (minutes, and the npm registry).
 */
const RINGS: Record<string, string[]> = {
  browser: ["tests/{journeys,accessibility,routes}/**/*.test.ts"],
  faults: ["tests/faults/**/*.test.ts"],
  fresh: ["tests/fresh/**/*.test.ts"],
};
const ring = process.env.TEST_RING ?? "";

export default defineConfig({
  test: {
    include: RINGS[ring] ?? ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", "build/**", "data/**", ...(ring === "" ? Object.values(RINGS).flat() : [])],
    // They wait for other processes most of the time.
    ...(ring === "faults" ? { maxWorkers: 2 } : {}),
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: ring === "browser" ? 120_000 : 20_000,
    hookTimeout: 120_000,
  },
});
