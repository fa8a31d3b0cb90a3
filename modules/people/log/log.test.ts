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
});
