import { describe, expect } from "vitest";
import type { Role } from "#platform/db/claims.ts";
import { NOW, TODAY, test } from "#tests/support/story.ts";
import { changePerson, endGrant, giveGrant } from "./commands.ts";
import { listEvents } from "./event-log.ts";
import { acceptInvitation, hashToken, invitePerson, renewInvitation } from "./invitations/commands.ts";
import { findPersonOf, listGrants, listInvitations } from "./queries.ts";
import type { Scope } from "./scope.ts";

const newcomer = {
  name: "Priya Nand",
  title: null,
  role: "leader",
  schoolId: null,
  fromOn: TODAY,
  untilOn: null,
} as const;

describe("letting people in", () => {
  test("the steward invites a leader, who accepts once; the link does not work twice", async ({ as, haywater }) => {
    const wren = await as("wren");
    const invited = await wren.desk.write((tx) =>
      invitePerson(tx, wren.actor, { ...newcomer, email: "priya@haywater.example" }, NOW),
    );
    if (!invited.ok) throw new Error(invited.problem.kind);
    const program = await as("system");
    const accept = () =>
      program.desk.write((tx) => acceptInvitation(tx, program.actor, invited.value.token, "account-priya", NOW));
    expect(await accept()).toEqual({ ok: true, value: invited.value.personId });
    expect(await accept()).toEqual({ ok: false, problem: { kind: "used" } });
    const found = await program.desk.read((tx) => findPersonOf(tx, haywater.districtId, "account-priya"));
    expect(found?.name).toBe("Priya Nand");
  });

  test("a link that was replaced, has expired or was never given lets no one in", async ({ as, haywater }) => {
    const wren = await as("wren");
    const program = await as("system");
    const invited = await wren.desk.write((tx) =>
      invitePerson(tx, wren.actor, { ...newcomer, email: "p2@haywater.example" }, NOW),
    );
    if (!invited.ok) throw new Error(invited.problem.kind);
    const fresh = await wren.desk.write((tx) => renewInvitation(tx, wren.actor, invited.value.personId, NOW));
    if (!fresh.ok) throw new Error(fresh.problem.kind);
    const tryWith = (token: string, now = NOW) =>
      program.desk.write((tx) => acceptInvitation(tx, program.actor, token, "account-p2", now));
    expect(await tryWith(invited.value.token)).toMatchObject({ problem: { kind: "used" } });
    expect(await tryWith("nonsense")).toMatchObject({ problem: { kind: "not-found" } });
    expect(await tryWith(fresh.value, new Date("2027-01-01"))).toMatchObject({ problem: { kind: "expired" } });
    const kept = await wren.desk.read((tx) => listInvitations(tx, haywater.districtId));
    expect(JSON.stringify(kept)).not.toContain(fresh.value);
    expect(hashToken(fresh.value)).toHaveLength(64);
  });

  test("a principal may not invite, and nothing is left behind", async ({ as, haywater }) => {
    const joon = await as("joon");
    const wren = await as("wren");
    const refused = await joon.desk.write((tx) =>
      invitePerson(tx, joon.actor, { ...newcomer, email: "p3@haywater.example" }, NOW),
    );
    expect(refused).toEqual({ ok: false, problem: { kind: "not-allowed", because: "role.steward-only" } });
    const events = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 100 }));
    expect(JSON.stringify(events)).not.toContain("p3@haywater.example");
  });

  test("two people do not share an address", async ({ as }) => {
    const wren = await as("wren");
    const refused = await wren.desk.write((tx) =>
      invitePerson(tx, wren.actor, { ...newcomer, email: "ines@haywater.example" }, NOW),
    );
    expect(refused).toEqual({ ok: false, problem: { kind: "email-taken" } });
  });
});

describe("grants", () => {
  test("a principal answers for a school and a leader for the district", async ({ as, haywater }) => {
    const wren = await as("wren");
    const give = (role: "principal" | "leader", schoolId: string | null) =>
      wren.desk.write((tx) =>
        giveGrant(tx, wren.actor, haywater.people.teodoro, { role, schoolId, fromOn: TODAY, untilOn: null }),
      );
    expect(await give("principal", null)).toMatchObject({ problem: { kind: "school-needed" } });
    expect(await give("leader", haywater.schools.alderCreek)).toMatchObject({ problem: { kind: "district-only" } });
  });

  test("hold in the place that their role allows: a grade of a school, a team; anything else is refused by its field", async ({
    as,
    haywater,
  }) => {
    const wren = await as("wren");
    const { schools, teams, people } = haywater;
    const give = (role: Role, place: Partial<Scope>) =>
      wren.desk.write((tx) =>
        giveGrant(tx, wren.actor, people.delphine, { role, ...place, fromOn: TODAY, untilOn: null }),
      );
    const nowhere = "01980000-0000-7000-8000-000000000000";
    const refusals: [Role, Partial<Scope>, string][] = [
      ["interventionist", { grade: "03" }, "grade-without-school"],
      ["interventionist", { schoolId: schools.alderCreek, teamId: teams.thirdGrade }, "one-place"],
      ["teacher", { schoolId: schools.alderCreek, grade: "03" }, "scope-not-for-role"],
      ["principal", { teamId: teams.thirdGrade }, "scope-not-for-role"],
      ["teacher", {}, "school-needed"],
      ["data_steward", { schoolId: schools.alderCreek }, "district-only"],
      ["coach", { teamId: nowhere }, "team-unknown"],
      ["teacher", { sectionId: nowhere }, "section-unknown"],
    ];
    for (const [role, place, kind] of refusals)
      expect(await give(role, place)).toEqual({ ok: false, problem: { kind } });
    expect((await give("interventionist", { schoolId: schools.alderCreek, grade: "03" })).ok).toBe(true);
    expect(await give("interventionist", { schoolId: schools.alderCreek, grade: "03" })).toMatchObject({
      problem: { kind: "grant-exists" },
    });
    expect((await give("coach", { teamId: teams.thirdGrade })).ok).toBe(true);
    const { actor } = await as("delphine");
    expect(actor.reach.slice(1).map(({ through, of }) => [through, of])).toEqual([
      ["grade", `${schools.alderCreek}:03`],
      ["team", teams.thirdGrade],
    ]);
  });

  test("the last steward cannot be shut out, and an ended grant stays on record", async ({ as, haywater }) => {
    const wren = await as("wren");
    const grants = await wren.desk.read((tx) => listGrants(tx, haywater.districtId));
    const own = grants.find((grant) => grant.personId === haywater.people.wren);
    const end = (id: string) => wren.desk.write((tx) => endGrant(tx, wren.actor, id, { now: NOW, today: TODAY }));
    expect(await end(own?.id ?? "")).toMatchObject({ problem: { kind: "last-steward" } });
    const samuels = grants.find((grant) => grant.personId === haywater.people.samuel);
    expect((await end(samuels?.id ?? "")).ok).toBe(true);
    const after = await wren.desk.read((tx) => listGrants(tx, haywater.districtId, haywater.people.samuel));
    expect(after[0]?.endedAt).toEqual(NOW);
    expect((await as("samuel")).actor.roles).toEqual(["public"]);
  });

  test("a grant that ended while the page was open is not ended twice", async ({ as, haywater }) => {
    const wren = await as("wren");
    const [grant] = await wren.desk.read((tx) => listGrants(tx, haywater.districtId, haywater.people.delphine));
    const end = () => wren.desk.write((tx) => endGrant(tx, wren.actor, grant?.id ?? "", { now: NOW, today: TODAY }));
    expect((await end()).ok).toBe(true);
    expect(await end()).toEqual({ ok: false, problem: { kind: "already-ended" } });
  });

  test("a form sent twice gives one grant, and days after the first are another", async ({ as, haywater }) => {
    const wren = await as("wren");
    const give = (fromOn: string, untilOn: string | null) =>
      wren.desk.write((tx) =>
        giveGrant(tx, wren.actor, haywater.people.teodoro, { role: "leader", schoolId: null, fromOn, untilOn }),
      );
    const both = await Promise.all([give("2026-12-01", "2026-12-31"), give("2026-12-01", "2026-12-31")]);
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ problem: { kind: "grant-exists" } });
    expect(await give("2026-12-31", null)).toMatchObject({ problem: { kind: "grant-exists" } });
    expect((await give("2027-01-01", null)).ok).toBe(true);
  });

  test("a school or a person that is not there gets none", async ({ as, haywater }) => {
    const wren = await as("wren");
    const nowhere = "01980000-0000-7000-8000-000000000000";
    const grant = { role: "principal", schoolId: nowhere, fromOn: TODAY, untilOn: null } as const;
    const give = (id: string, schoolId: string) =>
      wren.desk.write((tx) => giveGrant(tx, wren.actor, id, { ...grant, schoolId }));
    expect(await give(haywater.people.teodoro, nowhere)).toMatchObject({ problem: { kind: "school-unknown" } });
    expect(await give(nowhere, haywater.schools.alderCreek)).toMatchObject({ problem: { kind: "not-found" } });
  });
});

describe("what is said of a person", () => {
  test("is corrected by the steward; a new address ends the link to the old one", async ({ as, haywater }) => {
    const wren = await as("wren");
    const program = await as("system");
    const email = "pria@haywater.example";
    const invited = await wren.desk.write((tx) => invitePerson(tx, wren.actor, { ...newcomer, email }, NOW));
    if (!invited.ok) throw new Error(invited.problem.kind);
    const { personId, token } = invited.value;
    const change = (change: { name?: string; email?: string }) =>
      wren.desk.write((tx) => changePerson(tx, wren.actor, personId, change, NOW));
    expect((await change({ name: "Priya N. Nand" })).ok).toBe(true);
    const accept = () => program.desk.write((tx) => acceptInvitation(tx, program.actor, token, "account-pria", NOW));
    expect((await change({ email: "priya.nand@haywater.example" })).ok).toBe(true);
    expect(await accept()).toMatchObject({ problem: { kind: "used" } });
    expect(await change({ email: "wren@haywater.example" })).toMatchObject({ problem: { kind: "email-taken" } });
    const [event] = await wren.desk.read((tx) => listEvents(tx, haywater.districtId, { limit: 1, personId }));
    expect(event).toMatchObject({ action: "change-person", before: { email }, personName: "Wren Castellanos" });
  });

  test("is their own name to change, and no one else's", async ({ as, haywater }) => {
    const joon = await as("joon");
    const change = (id: string) => joon.desk.write((tx) => changePerson(tx, joon.actor, id, { name: "J. Baek" }, NOW));
    expect((await change(haywater.people.joon)).ok).toBe(true);
    expect(await change(haywater.people.ines)).toMatchObject({ problem: { kind: "not-allowed" } });
  });
});
