import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect, Row } from "./dialect.ts";
import { type ExportOptions, exportTexts } from "./export.ts";
import { AGES, laterBy, SAMPLE_GRADES, type SampleDistrict, sampleDistrict } from "./sample-district.ts";

type Files = Record<string, Row[]>;

const filesOf = (district: SampleDistrict, options?: ExportOptions): Files =>
  Object.fromEntries(
    [...exportTexts(district, options)].map(([name, text]) => [
      name.replace(".csv", ""),
      parse(text, { columns: true, bom: true }) as Row[],
    ]),
  );
const idsOf = (rows: readonly Row[] = []): Set<string> => new Set(rows.map(({ sourcedId }) => sourcedId as string));
const list = (cell = ""): string[] => cell.split(",").filter((each) => each !== "");
const lost = (rows: readonly Row[] = [], column: string, ids: ReadonlySet<string>): string[] =>
  rows.flatMap((row) => list(row[column])).filter((id) => !ids.has(id));

const anyDistrict = fc
  .record({ students: fc.integer({ min: 20, max: 900 }), seed: fc.nat(1000), night: fc.nat(3) })
  .map(sampleDistrict);
const anyDialect: fc.Arbitrary<Partial<Dialect>> = fc.record({
  version: fc.constantFrom("1.1", "1.2"),
  people: fc.constantFrom("one-row", "some-two-rows", "row-per-school"),
});
const seeded = { seed: 4, numRuns: 12 };

describe("a sample roster", () => {
  test("has the same bytes for the same seed, and others for another", () => {
    const texts = (seed: number) => [...exportTexts(sampleDistrict({ students: 300, seed }))];
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  test("has exactly the students asked for, in every grade there is", () => {
    for (const students of [600, 1200]) {
      const { users = [] } = filesOf(sampleDistrict({ students, seed: 3 }));
      const persons = new Map(
        users.filter(({ role }) => role === "student").map((row) => [row.identifier, row.grades]),
      );
      expect(persons.size).toBe(students);
      expect(SAMPLE_GRADES.filter((grade) => ![...persons.values()].includes(grade))).toEqual([]);
    }
  });

  test("names schools and classes differently, and every row but once", () => {
    const files = filesOf(sampleDistrict({ students: 6000, seed: 5 }));
    expect(new Set(files.orgs?.map(({ name }) => name)).size).toBe(files.orgs?.length);
    for (const rows of [files.orgs, files.classes, files.users, files.enrollments]) {
      expect(idsOf(rows).size).toBe(rows?.length);
    }
  });

  test("refers only to what is there", () => {
    fc.assert(
      fc.property(anyDistrict, anyDialect, (district, dialect) => {
        const files = filesOf(district, { dialect });
        const [orgs, sessions, courses] = [idsOf(files.orgs), idsOf(files.academicSessions), idsOf(files.courses)];
        const [classes, users] = [idsOf(files.classes), idsOf(files.users)];
        expect([
          ...lost(files.orgs, "parentSourcedId", orgs),
          ...lost(files.academicSessions, "parentSourcedId", sessions),
          ...lost(files.courses, "orgSourcedId", orgs),
          ...lost(files.classes, "courseSourcedId", courses),
          ...lost(files.classes, "schoolSourcedId", orgs),
          ...lost(files.classes, "termSourcedIds", sessions),
          ...lost(files.users, "orgSourcedIds", orgs),
          ...lost(files.roles, "userSourcedId", users),
          ...lost(files.roles, "orgSourcedId", orgs),
          ...lost(files.enrollments, "classSourcedId", classes),
          ...lost(files.enrollments, "schoolSourcedId", orgs),
          ...lost(files.enrollments, "userSourcedId", users),
          ...lost(files.demographics, "sourcedId", users),
          ...lost(files.programFlags, "userSourcedId", users),
        ]).toEqual([]);
      }),
      seeded,
    );
  });

  test("enrolls people in classes of their school, within the terms of the class", () => {
    fc.assert(
      fc.property(anyDistrict, anyDialect, (district, dialect) => {
        const files = filesOf(district, { dialect });
        const terms = new Map(files.academicSessions?.map((row) => [row.sourcedId, row]));
        const classes = new Map(files.classes?.map((row) => [row.sourcedId, row]));
        const orgs = new Map<string, Set<string>>();
        for (const { sourcedId = "", orgSourcedIds } of files.users ?? [])
          orgs.set(sourcedId, new Set(list(orgSourcedIds)));
        for (const { userSourcedId = "", orgSourcedId = "" } of files.roles ?? [])
          orgs.get(userSourcedId)?.add(orgSourcedId);
        const primaries = new Set<string>();
        for (const row of files.enrollments ?? []) {
          const at = classes.get(row.classSourcedId);
          const spans = list(at?.termSourcedIds).map((id) => terms.get(id));
          expect(at?.schoolSourcedId).toBe(row.schoolSourcedId);
          expect(orgs.get(row.userSourcedId ?? "")).toContain(row.schoolSourcedId);
          expect(row.beginDate && row.beginDate >= (spans[0]?.startDate ?? "")).toBe(true);
          expect(row.endDate && row.endDate <= (spans.at(-1)?.endDate ?? "")).toBe(true);
          expect(row.beginDate && row.beginDate <= (row.endDate ?? "")).toBe(true);
          if (row.primary !== "true") continue;
          expect(primaries).not.toContain(row.classSourcedId);
          primaries.add(row.classSourcedId ?? "");
        }
        expect(primaries.size).toBe(classes.size);
      }),
      seeded,
    );
  });

  test("knows birth dates that fit the grade, for every student, and one race at least", () => {
    const { users = [], demographics = [] } = filesOf(sampleDistrict({ students: 1200, seed: 9 }));
    const grades = new Map(users.map(({ sourcedId, grades }) => [sourcedId, grades]));
    expect(demographics.length).toBe(users.filter(({ role }) => role === "student").length);
    for (const { sourcedId, birthDate = "", asian, white, ...row } of demographics) {
      const grade = grades.get(sourcedId) as keyof typeof AGES;
      const years = (Date.parse("2026-09-01") - Date.parse(birthDate)) / (365.25 * 86_400_000);
      expect(years).toBeGreaterThan(AGES[grade] - 0.01);
      expect(years).toBeLessThan(AGES[grade] + 2.01);
      expect([asian, white, ...Object.values(row)]).toContain("true");
    }
  });

  test("knows people in two schools, in one row and in two, who are one person", () => {
    const district = sampleDistrict({ students: 5000, seed: 2 });
    const students = (people: Dialect["people"]) =>
      filesOf(district, { dialect: { people } }).users?.filter(({ role }) => role === "student") ?? [];
    const [one, some, all] = [students("one-row"), students("some-two-rows"), students("row-per-school")];
    expect(one.filter(({ orgSourcedIds }) => orgSourcedIds?.includes(",")).length).toBeGreaterThan(5);
    expect(some.filter(({ orgSourcedIds }) => orgSourcedIds?.includes(",")).length).toBeGreaterThan(1);
    expect([one.length, some.length > 5000, all.length > some.length]).toEqual([5000, true, true]);
    expect(new Set(all.map(({ identifier }) => identifier)).size).toBe(5000);
  });

  test("is on the next night what it was, with those who left, came and moved; and the delta says exactly that", () => {
    const first = sampleDistrict({ students: 5000, seed: 11 });
    const [before, after] = [filesOf(first), filesOf(laterBy(first, 1))];
    const delta = filesOf(laterBy(first, 1), { since: 0 });
    const said = (rows: readonly Row[] = []) =>
      new Map(rows.map(({ dateLastModified, status, ...row }) => [row.sourcedId, row]));
    for (const name of ["users", "classes", "enrollments", "demographics"]) {
      const [old, now] = [said(before[name]), said(after[name])];
      for (const row of delta[name] ?? []) {
        if (row.status === "tobedeleted") old.delete(row.sourcedId);
        else old.set(row.sourcedId, said([row]).get(row.sourcedId) as Row);
      }
      expect(new Map([...old].sort())).toEqual(new Map([...now].sort()));
    }
    const [was, is] = [idsOf(before.users), idsOf(after.users)];
    expect([...was].filter((id) => !is.has(id)).length).toBeGreaterThan(2);
    expect([...is].filter((id) => !was.has(id)).length).toBeGreaterThan(2);
    expect(idsOf(after.classes).size).toBe(idsOf(before.classes).size + 1);
    expect(delta.users?.some(({ status, sourcedId }) => status === "active" && was.has(sourcedId ?? ""))).toBe(true);
  });

  test("says the same in every dialect", () => {
    const district = sampleDistrict({ students: 200, seed: 6 });
    const plain = filesOf(district);
    const odd = filesOf(district, {
      dialect: { byteOrderMark: true, newline: "\n", quotes: "everywhere", columns: "turned-around", metadata: true },
    });
    const told = (rows: readonly Row[] = []) =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([name]) => !name.startsWith("metadata"))
            .sort(),
        ),
      );
    for (const name of Object.keys(plain)) expect(told(odd[name])).toEqual(told(plain[name]));
    const texts = exportTexts(district, {
      dialect: { header: "lower-case", olderNames: true, flags: "1", dates: "moment" },
    });
    expect(texts.get("demographics.csv")).toMatch(/^usersourcedid,.*birthdate[\s\S]*T00:00:00\.000Z,(fe)?male,[01],/);
  });
});
