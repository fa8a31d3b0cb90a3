import { sql } from "kysely";
import { describe, expect } from "vitest";
import { OWNED } from "#app/owned.ts";
import { must, type SeededCast } from "#db/seed/seed-cast.ts";
import type { Org } from "#modules/plan/domain.ts";
import { handInDocument } from "#modules/plan/review/commands.ts";
import { findReview } from "#modules/plan/review/queries.ts";
import { outline } from "#tests/support/outline.ts";
import { NOW, type Seat, TODAY, test } from "#tests/support/story.ts";
import { endGrant } from "../commands.ts";
import { listEvents } from "../event-log.ts";
import { invitePerson } from "../invitations/commands.ts";
import { listGrants, listInvitations } from "../queries.ts";
import { handOver, leaveStaff } from "./commands.ts";
import { countHistory, listThings } from "./owned.ts";

const PLAN = outline(`
Every child reads
  Teach one phonics sequence
`);
const moment = { now: NOW, today: TODAY };
const input = { lastDay: null, toId: null, because: "Moved away" };

/** Hands a document of Haywater Middle in; whoever does it has its review in hand. */
async function handIn({ actor, desk }: Seat, haywater: SeededCast): Promise<string> {
  const org: Org = { kind: "school", id: haywater.schools.haywaterMiddle, name: "Haywater Middle School" };
  const bytes = Buffer.from(PLAN.source.text);
  return must(await desk.write((tx) => handInDocument(tx, actor, { org, name: "middle.txt", bytes, ...PLAN }, NOW)));
}

describe("someone who leaves", () => {
  test("loses all access and every open link at once, gives away what was in hand, and keeps what they did", async ({
    as,
    haywater,
  }) => {
    const { districtId, people } = haywater;
    const [wren, delphine] = [await as("wren"), await as("delphine")];
    const review = await handIn(delphine, haywater);
    const before = await wren.desk.read((tx) =>
      countHistory(tx, { districtId, personId: people.delphine, columns: OWNED.columns }),
    );
    expect(before).toContainEqual({ of: "documents", count: 1 });
    const leave = (toId: string | null) =>
      wren.desk.write((tx) => leaveStaff(tx, wren.actor, people.delphine, { ...input, toId }, OWNED, moment));
    expect(await leave(null)).toEqual({ ok: false, problem: { kind: "taker-missing" } });
    expect(await leave(people.marguerite)).toEqual({ ok: false, problem: { kind: "taker-unknown" } });
    expect(await leave(people.delphine)).toEqual({ ok: false, problem: { kind: "taker-unknown" } });
    expect(await leave(people.joon)).toEqual({ ok: false, problem: { kind: "taker-may-not", name: "middle.txt" } });
    expect(await leave(people.ines)).toEqual({ ok: true, value: { ended: 1, handedOver: 1 } });

    expect((await as("delphine")).actor.roles).toEqual(["public"]);
    expect((await wren.desk.read((tx) => findReview(tx, districtId, review)))?.heldBy).toBe(people.ines);
    const after = await wren.desk.read((tx) =>
      countHistory(tx, { districtId, personId: people.delphine, columns: OWNED.columns }),
    );
    expect(after).toEqual(before);
    const events = await wren.desk.read((tx) => listEvents(tx, districtId, { limit: 2 }));
    expect(events[0]).toMatchObject({
      action: "leave-staff",
      because: "Moved away",
      before: { grants: [{ role: "principal", schoolId: haywater.schools.haywaterMiddle }] },
      after: { takesOver: people.ines, handedOver: [{ kind: "review", id: review }], withdrawn: 0 },
    });
    expect(events[1]?.action).not.toBe("end-grant");
    expect(await leave(people.ines)).toEqual({ ok: false, problem: { kind: "nothing-left" } });
  });

  test("on a day to come keeps access until then; what had not begun by then never does", async ({ as, haywater }) => {
    const { districtId, people } = haywater;
    const wren = await as("wren");
    const leave = (lastDay: string) =>
      wren.desk.write((tx) => leaveStaff(tx, wren.actor, people.teodoro, { ...input, lastDay }, OWNED, moment));
    expect(await leave("2026-11-19")).toEqual({ ok: false, problem: { kind: "day-past" } });
    expect(await leave("2026-12-18")).toEqual({ ok: true, value: { ended: 2, handedOver: 0 } });
    const grants = await wren.desk.read((tx) => listGrants(tx, districtId, people.teodoro));
    expect(grants.map(({ untilOn, endedAt }) => [untilOn, endedAt])).toEqual([
      ["2026-12-18", null],
      ["2026-12-18", null],
    ]);
    expect((await as("teodoro")).actor.roles).toEqual(["teacher"]);
  });

  test("who was only invited comes no more", async ({ as, haywater }) => {
    const wren = await as("wren");
    const grant = { role: "coach", schoolId: null, fromOn: "2027-01-04", untilOn: null } as const;
    const invited = must(
      await wren.desk.write((tx) =>
        invitePerson(
          tx,
          wren.actor,
          { name: "Priya Nand", email: "priya@haywater.example", title: null, ...grant },
          NOW,
        ),
      ),
    );
    const { personId } = invited;
    must(await wren.desk.write((tx) => leaveStaff(tx, wren.actor, personId, input, OWNED, moment)));
    const invitations = await wren.desk.read((tx) => listInvitations(tx, haywater.districtId));
    expect(invitations.find((each) => each.personId === personId)?.withdrawnAt).toEqual(NOW);
    const [given] = await wren.desk.read((tx) => listGrants(tx, haywater.districtId, personId));
    expect(given?.endedAt).toEqual(NOW);
  });

  test("is not the last steward who can sign in, and is not sent away by anyone but a steward", async ({
    as,
    haywater,
  }) => {
    const { people } = haywater;
    const [wren, ines] = [await as("wren"), await as("ines")];
    for (const lastDay of [null, "2026-12-31"]) {
      const own = wren.desk.write((tx) =>
        leaveStaff(tx, wren.actor, people.wren, { ...input, lastDay }, OWNED, moment),
      );
      expect(await own).toEqual({ ok: false, problem: { kind: "last-steward" } });
    }
    const refused = await ines.desk.write((tx) => leaveStaff(tx, ines.actor, people.kofi, input, OWNED, moment));
    expect(refused).toMatchObject({ problem: { kind: "not-allowed", because: "role.steward-only" } });
  });
});

describe("a thing without an owner", () => {
  test("is given to someone who works here and may have it", async ({ as, haywater }) => {
    const { districtId, people } = haywater;
    const [wren, ines] = [await as("wren"), await as("ines")];
    const id = await handIn(ines, haywater);
    for (const grant of await wren.desk.read((tx) => listGrants(tx, districtId, people.ines))) {
      must(await wren.desk.write((tx) => endGrant(tx, wren.actor, grant.id, moment)));
    }
    const give = (toId: string) =>
      wren.desk.write((tx) => handOver(tx, wren.actor, { kind: "review", id, toId }, OWNED, moment));
    expect(await give(people.ines)).toEqual({ ok: false, problem: { kind: "taker-unknown" } });
    expect(await give(people.kofi)).toEqual({ ok: false, problem: { kind: "taker-may-not", name: "middle.txt" } });
    expect(await give(people.wren)).toEqual({ ok: true, value: null });
    const things = await wren.desk.read((tx) => listThings(tx, districtId, OWNED));
    expect(things).toContainEqual(expect.objectContaining({ id, ownerId: people.wren }));
  });
});

describe("what belongs to people", () => {
  test("is said of every column of the database that names a person, and of no other", async ({ database }) => {
    const { rows } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname || '.' || a.attname as name
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
      where k.contype = 'f' and k.confrelid = 'people.person'::regclass
    `.execute(database.owner);
    expect(Object.keys(OWNED.columns).sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});
