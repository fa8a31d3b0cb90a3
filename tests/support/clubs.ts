/** An import of several files, for the tests of the machinery: clubs and who is in them, into tables of the tests alone. */
import { sql } from "kysely";
import type { ImportDefinition } from "#modules/imports/definition.ts";
import type { Database } from "#platform/db/database.ts";

export const CLUBS: ImportDefinition = {
  kind: "clubs",
  words: "imports",
  students: false,
  bounds: { rows: 5, percent: 20 },
  sources: [
    {
      name: "clubs",
      files: ["clubs.csv"],
      required: true,
      key: ["code"],
      columns: [
        { name: "code", header: "clubCode", aliases: ["code"], type: "text", required: true, filled: true },
        { name: "title", header: "title", type: "text", required: true, filled: true, longest: 40 },
        { name: "founded", header: "foundedOn", type: "date" },
        { name: "day", header: "meetsOn", type: { codes: { mon: ["Monday", "M"], tue: ["Tuesday", "T"] } } },
        { name: "open", header: "open", type: "boolean" },
        { name: "seats", header: "seats", type: "integer" },
        { name: "rooms", header: "rooms", type: "list" },
        { name: "status", header: "status", type: "text" },
      ],
    },
    {
      name: "members",
      files: ["members.csv"],
      key: ["club", "email"],
      columns: [
        { name: "club", header: "club", type: "text", required: true, filled: true },
        { name: "email", header: "email", type: "text", required: true, filled: true, lower: true },
      ],
    },
    {
      name: "manifest",
      files: ["manifest.csv"],
      mayBeEmpty: true,
      columns: [{ name: "mode", header: "mode", type: "text", required: true }],
    },
  ],
  manifest: {
    source: "manifest",
    read: (rows) => {
      const said = rows[0]?.cells.mode ?? "bulk";
      if (said !== "bulk" && said !== "delta") {
        return {
          ok: false,
          problem: { because: "mode-wrong", line: rows[0]?.line ?? 1, column: "mode", values: { said } },
        };
      }
      return { ok: true, value: { modes: { clubs: said, members: said }, aside: [] } };
    },
  },
  checks: [
    {
      source: "clubs",
      column: "seats",
      because: "no-seats",
      does: "aside",
      rows: "select line, seats as value from {clubs} c where seats = 0",
    },
    {
      source: "members",
      column: "club",
      because: "no-club",
      does: "refuse",
      rows: `select m.line, m.club as value from {members} m where not exists (select from {clubs} c where c.code = m.club)
        and ({clubs:mode} = 'bulk' or not exists (
          select from clubs.club there where there.district_id = {district} and there.code = m.club))`,
    },
  ],
  alarms: [
    {
      because: "untitled",
      source: "clubs",
      rows: "select count(*) filter (where title = 'Untitled') as many, count(*) as of from {clubs} c",
    },
  ],
  targets: [
    {
      table: "clubs.club",
      source: "clubs",
      key: ["code"],
      columns: ["title", "founded", "day", "open", "seats", "rooms", "left_on"],
      firstOnly: ["first_title"],
      givenBy: { founded: ["founded"], day: ["day"] },
      merge: "replace",
      scope: "there.left_on is null",
      kept: "select code from {clubs:refused} r where code is not null",
      gone: { set: { left_on: "{today}" } },
      rows: `select line, code, title, founded, day, open, seats, rooms, title as first_title, null::date as left_on,
        coalesce(status = 'gone', false) as gone from {clubs} c`,
    },
    {
      table: "clubs.member",
      source: "members",
      key: ["club_id", "email"],
      columns: [],
      id: false,
      merge: "replace",
      gone: "delete",
      kept: `select there.club_id, there.email from clubs.member there join clubs.club c
        on c.district_id = there.district_id and c.id = there.club_id
        join {members:refused} r on r.club = c.code where there.district_id = {district}`,
      rows: `select m.line, c.id as club_id, m.email from {members} m
        join clubs.club c on c.district_id = {district} and c.code = m.club`,
    },
  ],
  after: [
    "update clubs.club set members = (select count(*) from clubs.member m where m.district_id = club.district_id and m.club_id = club.id) where district_id = {district} and members is distinct from (select count(*) from clubs.member m where m.district_id = club.district_id and m.club_id = club.id)",
  ],
};

export async function makeClubs(database: Database): Promise<void> {
  await sql
    .raw(`
    create schema if not exists clubs;
    grant usage on schema clubs to guidepost_app;
    create table clubs.club (
      district_id uuid not null, id uuid not null, code text not null, title text not null, first_title text not null,
      founded date, day text, open boolean, seats int constraint club_seats_few check (seats < 1000), rooms text[], left_on date,
      members int not null default 0, made_at timestamptz not null default clock_timestamp(),
      primary key (district_id, id), unique (district_id, code)
    );
    create table clubs.member (
      district_id uuid not null, club_id uuid not null, email text not null,
      primary key (district_id, club_id, email),
      foreign key (district_id, club_id) references clubs.club deferrable initially immediate
    );
    grant select, insert, update, delete on all tables in schema clubs to guidepost_app;
  `)
    .execute(database.owner);
}
