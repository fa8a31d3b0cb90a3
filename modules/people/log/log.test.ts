import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect } from "vitest";
import { LANGUAGES, MESSAGES } from "#locales/messages.ts";
import { translatorIn } from "#locales/translator.ts";
import { NOW, TODAY, test } from "#tests/support/story.ts";
import { endGrant, giveGrant } from "../commands.ts";
import { listEvents } from "../event-log.ts";
import { listGrants } from "../queries.ts";
import { askedWords } from "./asked-words.ts";
import { readNames } from "./names.ts";
import { presentEvents } from "./present.ts";
import { sentenceOfEvent } from "./sentence.ts";

const MODULES = fileURLToPath(new URL("../..", import.meta.url));

/** Every action that any command writes, as it stands in the source. */
function actionsInSource(): string[] {
  const files = readdirSync(MODULES, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const found = files.flatMap((file) => [
    ...readFileSync(join(MODULES, file), "utf8").matchAll(
      /action(?::| =.*\?) "([a-z]+(?:-[a-z]+)+)"(?: : "([a-z-]+)")?/g,
    ),
  ]);
  return [...new Set(found.flatMap(([, one, other]) => [one, other].filter((action) => action !== undefined)))].sort();
}

describe("the log", () => {
  test("has a sentence in both languages for everything that can happen", () => {
    const actions = actionsInSource();
    expect(actions).toContain("give-grant");
    for (const language of LANGUAGES) {
      const known = Object.keys(MESSAGES[language].events.action);
      expect(actions.filter((action) => !known.includes(action))).toEqual([]);
    }
  });

  test("tells who did what, about whom and where, in the reader's words", async ({ as, haywater }) => {
    const wren = await as("wren");
    const [lines] = await wren.desk.read(async (tx) => [
      presentEvents(
        await listEvents(tx, haywater.districtId, { limit: 100 }),
        await readNames(tx, haywater.districtId),
      ),
    ]);
    const told = (language: "en" | "es") => lines?.map((line) => sentenceOfEvent(translatorIn(language), line));
    expect(told("en")).toContain("Joon Ha Baek may act as principal, for Alder Creek Elementary.");
    expect(told("en")).toContain("Ines Marchetti may act as district leader, for the whole district.");
    expect(told("es")).toContain("Se agregó a Samuel Ottley.");
  });

  test("shows what it was before, and why it changed", async ({ as, haywater }) => {
    const wren = await as("wren");
    const [grant] = await wren.desk.read((tx) => listGrants(tx, haywater.districtId, haywater.people.teodoro));
    const because = "Moved to another district";
    await wren.desk.write((tx) => endGrant(tx, wren.actor, grant?.id ?? "", { now: NOW, today: TODAY, because }));
    const [line] = await wren.desk.read(async (tx) =>
      presentEvents(
        await listEvents(tx, haywater.districtId, { limit: 1, kind: "grant" }),
        await readNames(tx, haywater.districtId),
      ),
    );
    expect(line).toMatchObject({ action: "end-grant", because, who: "Wren Castellanos" });
    expect(line?.changes).toContainEqual({ field: "schoolId", before: "Alder Creek Elementary", after: null });
    expect(line?.changes).toContainEqual({ field: "personId", before: "Teodoro Lunn", after: null });
  });

  test("is read page by page, and by person: what they did and what was done about them", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { districtId, people } = haywater;
    const grant = { role: "board_member", schoolId: null, fromOn: "2027-01-01", untilOn: null } as const;
    await wren.desk.write((tx) => giveGrant(tx, wren.actor, people.delphine, grant));
    await wren.desk.read(async (tx) => {
      const all = await listEvents(tx, districtId, { limit: 100 });
      const first = await listEvents(tx, districtId, { limit: 3 });
      const next = await listEvents(tx, districtId, { limit: 3, olderThan: first.at(-1)?.id });
      expect([...first, ...next].map((event) => event.id)).toEqual(all.slice(0, 6).map((event) => event.id));
      const back = await listEvents(tx, districtId, { limit: 3, newerThan: next[0]?.id });
      expect(back.map((event) => event.id)).toEqual(first.map((event) => event.id));
      const about = await listEvents(tx, districtId, { limit: 100, personId: people.delphine });
      expect(about.map((event) => event.action)).toEqual(["give-grant", "give-grant", "add-person"]);
      const quiet = await listEvents(tx, districtId, { limit: 100, without: ["add-person", "give-grant"] });
      expect(quiet.map((event) => event.action)).not.toContain("give-grant");
    });
  });

  test("is searched by words: of the reason, the sentence, the names, and what it was before", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { districtId } = haywater;
    const found = async (said: string, language: "en" | "es" = "en") =>
      wren.desk.read(async (tx) => {
        const words = askedWords(said, await readNames(tx, districtId), MESSAGES[language].events.action);
        const events = await listEvents(tx, districtId, { limit: 100, words });
        return presentEvents(events, await readNames(tx, districtId)).map((line) =>
          sentenceOfEvent(translatorIn(language), line),
        );
      });
    const given = "Joon Ha Baek may act as principal, for Alder Creek Elementary.";
    expect(await found("joon act")).toEqual([given]);
    expect(await found("principal ALDER may")).toContain(given);
    expect(await found("actuar Joon", "es")).toHaveLength(1);
    expect(await found("another district")).toEqual([
      "Teodoro Lunn may no longer act as teacher, for Alder Creek Elementary.",
    ]);
    expect(await found("joon delphine")).toEqual([]);
    for (const hostile of ["%", "j__n", "\\", "' or true --", '$.**"', "nöwhère"]) {
      expect((await found(hostile)).length, hostile).toBe(0);
    }
    expect((await found("   ")).length).toBeGreaterThan(10);
  });

  test("is read for a period, by the days of the district", async ({ as, haywater }) => {
    const wren = await as("wren");
    const { districtId } = haywater;
    const count = (period: { from?: string; until?: string }) =>
      wren.desk.read(async (tx) => {
        const asked = { ...period, timeZone: "America/Chicago" };
        return (await listEvents(tx, districtId, { limit: 100, period: asked })).length;
      });
    expect(await count({ from: "2026-01-01" })).toBeGreaterThan(10);
    expect(await count({ until: "2020-01-01" })).toBe(0);
    expect(await count({ from: "2199-01-01" })).toBe(0);
  });
});
