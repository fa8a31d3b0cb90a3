/**
 * Who belongs to which student group on a day. Races and genders follow from the student's own row, programs from dated
 * memberships, composites (such as an Arkansas TAGG: poor, or learning English, or disabled) from the programs. Pure. The
 * database counts by the same rules (`roster.keep_day`, and `federal_race` of a student).
 */
import { type Days, holdsOn } from "../domain.ts";

/** As a family answered; null where nothing was. */
export interface RaceAnswers {
  hispanic: boolean | null;
  races: readonly string[] | null;
  /** The source says so without saying which. */
  severalRaces: boolean | null;
}

const CODES: Record<string, string> = {
  "american-indian": "AM7",
  asian: "AS7",
  black: "BL7",
  "pacific-islander": "PI7",
  white: "WH7",
  // Until a state reports it by itself (OMB, 2024), Middle Eastern and North African rolls up as it did before.
  mena: "WH7",
};

/**
 * The federal roll-up (EDFacts): Hispanic of any race first; more than one race; the one race. Null: not reported, which is no
 * race, and is named as missing.
 */
export function federalRace({ hispanic, races, severalRaces }: RaceAnswers): string | null {
  if (hispanic) return "HI7";
  if (severalRaces || (races?.length ?? 0) > 1) return "MU7";
  return CODES[races?.[0] ?? ""] ?? null;
}

export interface Group extends Days {
  key: string;
  kind: "all" | "race" | "gender" | "program" | "composite";
  /** Null: the words that Guidepost has for it. */
  label: string | null;
  code: string | null;
  confidential: boolean;
  anyOf: readonly string[];
  allOf: readonly string[];
  noneOf: readonly string[];
}

export interface Grouped {
  federalRace: string | null;
  sex: string | null;
  memberships: readonly ({ groupKey: string } & Days)[];
}

/** The groups that a student is in on a day, in their order. */
export function groupsOn(
  groups: readonly Group[],
  { federalRace: race, sex, memberships }: Grouped,
  day: string,
): Group[] {
  const programs = new Set(memberships.filter((each) => holdsOn(each, day)).map(({ groupKey }) => groupKey));
  const isIn = (group: Group): boolean => {
    switch (group.kind) {
      case "all":
        return true;
      case "race":
        return group.code === race;
      case "gender":
        return group.code === sex;
      case "program":
        return programs.has(group.key);
      case "composite":
        return (
          (group.anyOf.length === 0 || group.anyOf.some((key) => programs.has(key))) &&
          group.allOf.every((key) => programs.has(key)) &&
          !group.noneOf.some((key) => programs.has(key))
        );
    }
  };
  return groups.filter((group) => holdsOn(group, day) && isIn(group));
}
