import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extentOf, type Moment } from "./moment.ts";
import { deadlinesIn, spansIn } from "./spans.ts";

const short = (moment: Moment | null): string => {
  if (moment === null) return "?";
  switch (moment.unit) {
    case "day":
      return `${moment.year}-${moment.month}-${moment.day}`;
    case "month":
      return `${moment.year}-${moment.month}`;
    case "season":
      return `${moment.season} ${moment.year}`;
    case "year":
      return `${moment.year}`;
    case "school-year":
      return `sy ${moment.year}`;
  }
};

/** "2026-9 > 2027-6", "? > 2027-6" for a deadline, "2027" for one moment. */
const read = (text: string): string =>
  spansIn(text)
    .map(({ from, to, isBefore }) => {
      const end = `${isBefore ? "before " : ""}${short(to)}`;
      return from === to ? end : `${short(from)} > ${end}`;
    })
    .join("; ");

describe("a printed date is read as exactly as it is said", () => {
  test.each([
    ["2027", "2027"],
    ["September 2026", "2026-9"],
    ["Sept. 2026", "2026-9"],
    ["Fall 2026", "fall 2026"],
    ["Spring of 2027", "spring 2027"],
    ["Winter 2026-27", "winter 2026"],
    ["June 30, 2027", "2027-6-30"],
    ["30 June 2027", "2027-6-30"],
    ["6/30/2027", "2027-6-30"],
    ["2027-06-30", "2027-6-30"],
    ["06/2027", "2027-6"],
    ["SY 2026-27", "sy 2026"],
    ["SY26-27", "sy 2026"],
    ["School Year 2026–2027", "sy 2026"],
    ["the 2026-27 school year", "sy 2026"],
    ["2026/27", "sy 2026"],
  ])("%s", (text, spans) => expect(read(text)).toBe(spans));
});

describe("a span is read from its beginning to its end", () => {
  test.each([
    ["September 2026 – June 2027", "2026-9 > 2027-6"],
    ["September 2026-June 2027", "2026-9 > 2027-6"],
    ["from September 2026 to the end of June 2027", "2026-9 > 2027-6"],
    ["September–December 2026", "2026-9 > 2026-12"],
    ["October to June 2027", "2026-10 > 2027-6"],
    ["Fall 2026 through Spring 2028", "fall 2026 > spring 2028"],
    ["between March 2027 and May 2028", "2027-3 > 2028-5"],
    ["2026-28", "2026 > 2028"],
    ["2026–2031", "2026 > 2031"],
    ["2026-27 to 2028-29", "sy 2026 > sy 2028"],
    ["September 1, 2026 - June 30, 2027", "2026-9-1 > 2027-6-30"],
  ])("%s", (text, spans) => expect(read(text)).toBe(spans));
});

describe("a deadline has no beginning, and a beginning no end", () => {
  test.each([
    ["by June 2027", "? > 2027-6"],
    ["all classrooms by the end of the 2027-28 school year", "? > sy 2027"],
    ["No later than August 15, 2027", "? > 2027-8-15"],
    ["before September 2027", "? > before 2027-9"],
    ["Due: Spring 2027", "? > spring 2027"],
    ["through 2031", "? > 2031"],
    ["Starting in Fall 2026", "fall 2026 > ?"],
    ["from 2027", "2027 > ?"],
    ["grade 6 and grade 9 in September 2026, all grades by September 2028", "2026-9; ? > 2028-9"],
    ["Fall 2026 and Spring 2027", "fall 2026; spring 2027"],
  ])("%s", (text, spans) => expect(read(text)).toBe(spans));
});

describe("in Spanish too", () => {
  test.each([
    ["para junio de 2027", "? > 2027-6"],
    ["a más tardar en agosto de 2027", "? > 2027-8"],
    ["antes del 30 de junio de 2027", "? > before 2027-6-30"],
    ["septiembre de 2026 a junio de 2027", "2026-9 > 2027-6"],
    ["de septiembre a diciembre de 2026", "2026-9 > 2026-12"],
    ["otoño de 2026", "fall 2026"],
    ["Primavera 2027", "spring 2027"],
    ["ciclo escolar 2026-2027", "sy 2026"],
    ["a partir de agosto de 2026", "2026-8 > ?"],
    ["para el final del año escolar 2027-28", "? > sy 2027"],
  ])("%s", (text, spans) => expect(read(text)).toBe(spans));
});

describe("what says no date, or could say two, is not read", () => {
  test.each([
    ["daily"],
    ["Ongoing"],
    ["October and April"],
    ["every six weeks"],
    ["Year 2"],
    ["FY 2027"],
    ["FY27"],
    ["Q3 2027"],
    ["Winter 2027"],
    ["June 31, 2027"],
    ["13/2027"],
    ["2026-25"],
    ["$2,026 of 2026.50"],
    ["2027%"],
    ["Room 20271"],
    ["September 1 – December 15"],
    ["from the class of 2031"],
    [""],
  ])("%s", (text) => expect(read(text)).toBe(""));

  test("and no part of it either: the end of a range whose beginning cannot be read is not a date by itself", () => {
    expect(read("October 3 - November 4, 2026")).toBe("");
    expect(read("from June 2028 to May 2027")).toBe("");
    expect(read("Phase 1 - Fall 2026")).toBe("fall 2026");
  });
});

test("within a sentence only deadlines are dates, with the words that say so", () => {
  const words = (sentence: string) => deadlinesIn(sentence).map((span) => span.words);
  expect(words("Sign agreements with the lock authority by March 2027.")).toEqual(["by March 2027"]);
  expect(words("All four schools are open and sound by the end of August 2023.")).toEqual([
    "by the end of August 2023",
  ]);
  expect(words("Repair what the flood of 2019 left behind, from the 2025 levy.")).toEqual([]);
  expect(words("In March 2026 the low road was under water.")).toEqual([]);
});

test("a moment lasts as long as its words do", () => {
  expect(extentOf({ unit: "school-year", year: 2026 })).toEqual({ from: 2026.5, until: 2027.5 });
  expect(extentOf({ unit: "month", year: 2026, month: 7 }).from).toBe(2026.5);
  expect(extentOf({ unit: "year", year: 2027 })).toEqual({ from: 2027, until: 2028 });
  expect(extentOf({ unit: "season", year: 2026, season: "winter" }).until).toBeCloseTo(2027 + 2 / 12);
});

test("whatever a document prints, what is read stands in it, and no span ends before it begins", () => {
  const piece = fc.constantFrom(
    ...["by", "from", "to", "–", "-", "and", "between", "end of", "before", "hasta", "de", "a", ","],
    ...["June", "Sept.", "marzo", "Fall", "Winter", "otoño", "2026", "2027-28", "2028", "SY 26-27", "31", "12/2027"],
    ...["6/30/2027", "FY27", "Q3", "daily", "grade 6"],
  );
  const printed = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((words) => words.join(" ")),
    fc.string(),
  );
  fc.assert(
    fc.property(printed, (text) => {
      for (const { from, to, words } of spansIn(text)) {
        expect(text).toContain(words);
        expect(from ?? to).not.toBe(null);
        for (const moment of [from, to]) {
          if (moment !== null) expect(extentOf(moment).until).toBeGreaterThan(extentOf(moment).from);
        }
        if (from !== null && to !== null) expect(extentOf(to).until).toBeGreaterThan(extentOf(from).from);
      }
    }),
    { seed: 20261122, numRuns: 2_000 },
  );
});
