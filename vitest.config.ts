import { defineConfig } from "vitest/config";

/** `TEST_RING=browser` runs what needs Chromium and a built program; everything else runs without. */
const browser = process.env.TEST_RING === "browser";

export default defineConfig({
  test: {
    include: browser ? ["tests/{journeys,accessibility}/**/*.test.ts"] : ["**/*.test.{ts,tsx}"],
    exclude: [
      "node_modules/**",
      "build/**",
      "data/**",
      ...(browser ? [] : ["tests/{journeys,accessibility,faults,fresh}/**"]),
    ],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
