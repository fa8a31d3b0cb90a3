import { v7 as uuidv7 } from "uuid";
import { describe, expect } from "vitest";
import { must } from "#db/seed/seed-cast.ts";
import { claimsOf } from "#modules/district/actor.ts";
import { NOW, TODAY, test } from "#tests/support/story.ts";
import { listEvents } from "../event-log.ts";
import { bothOf } from "./both.ts";
import { endViewing, startViewing } from "./commands.ts";

const because = "Asked what a teacher sees";
const moment = { sessionId: "session-1", now: NOW, today: TODAY };

describe("viewing as another", () => {
  test("begins with a reason and is over after an hour; both ends are logged", async ({ as, haywater }) => {
    const wren = await as("wren");
    const asId = haywater.people.teodoro;
    const start = () => wren.desk.write((tx) => startViewing(tx, wren.actor, { asId, because }, moment));
    const viewing = must(await start());
    expect(viewing.untilAt).toEqual(new Date("2026-11-20T16:00:00Z"));
    expect(await start()).toEqual({ ok: false, problem: { kind: "viewing-already" } });
    const late = new Date("2026-11-20T18:30:00Z");
    const end = () => wren.desk.write((tx) => endViewing(tx, wren.actor, { ...moment, now: late }));
    expect(await end()).toEqual({ ok: true, value: asId });
    expect(await end()).toEqual({ ok: true, value: null });
    const row = await wren.desk.read((tx) => tx.selectFrom("people.viewing").select("endedAt").executeTakeFirst());
    expect(row?.endedAt).toEqual(viewing.untilAt);
    const events = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 9, kind: "viewing" }));
    expect(events).toMatchObject([
      { action: "end-viewing", personName: "Wren Castellanos" },
      { action: "start-viewing", because, after: { personId: asId } },
    ]);
  });

  test("is refused to a principal, of oneself, of someone with no access, and while viewing", async ({
    as,
    haywater,
  }) => {
    const { people } = haywater;
    const [wren, joon] = [await as("wren"), await as("joon")];
    const start = ({ actor, desk }: typeof wren, asId: string) =>
      desk.write((tx) => startViewing(tx, actor, { asId, because }, { ...moment, sessionId: uuidv7() }));
    const refusal = (reason: string) => ({ ok: false, problem: { kind: "not-allowed", because: reason } });
    expect(await start(joon, people.teodoro)).toEqual(refusal("role.leader-only"));
    expect(await start(wren, people.wren)).toEqual(refusal("viewing.oneself"));
    expect(await start(wren, people.marguerite)).toEqual({ ok: false, problem: { kind: "viewing-no-one" } });
    expect(await start(wren, uuidv7())).toEqual({ ok: false, problem: { kind: "not-found" } });
    const viewing = { ...wren, actor: bothOf(wren.actor, joon.actor) };
    expect(await start(viewing, people.teodoro)).toEqual(refusal("viewing.already"));
  });

  test("signs a look with both names, and shows one's own looks to neither", async ({ as, database, haywater }) => {
    const { people, districtId } = haywater;
    const [ines, kofi] = [await as("ines"), await as("kofi")];
    const actor = bothOf(ines.actor, kofi.actor);
    expect(actor.reach).toEqual(kofi.actor.reach);
    const desk = database.desk(claimsOf(actor));
    const looked = { students: [uuidv7()], value: "seen" };
    const page = { through: "student-page", address: "/students/1" } as const;
    expect(await desk.look(page, async () => looked)).toBe("seen");
    const looks = await ines.desk.read((tx) =>
      tx.selectFrom("people.look").select(["personId", "asPersonId"]).where("districtId", "=", districtId).execute(),
    );
    expect(looks).toEqual([{ personId: people.ines, asPersonId: people.kofi }]);
    expect(await desk.read((tx) => tx.selectFrom("people.look").selectAll().execute())).toEqual([]);
  });
});
