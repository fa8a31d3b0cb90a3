import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { engineName, newPlace } from "#tests/support/engine.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/db-types.mjs", import.meta.url));

test.runIf(engineName() === "postgres")(
  "the types of the tables say what the migrations make (else: npm run db:types)",
  async () => {
    const place = await newPlace();
    const made = execFileSync(process.execPath, [SCRIPT, place.databaseUrl as string], { encoding: "utf8" });
    await place.remove();
    expect(made).toBe(await readFile(new URL("./tables.ts", import.meta.url), "utf8"));
  },
);
