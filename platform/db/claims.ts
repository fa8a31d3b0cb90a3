/**
 * What a session claims about itself. The desk binds these to its transaction, and row security compares with nothing else:
 * no policy asks a table (Citus refuses that), so what is not claimed is not seen.
 */
export const ROLES = [
  "steward",
  "leader",
  "data_steward",
  "board_member",
  "principal",
  "counselor",
  "interventionist",
  "coach",
  "teacher",
  "staff_member",
] as const;
export type Role = (typeof ROLES)[number];

/** `public` has no account; `system` is the program itself: set-up, the command line, an invitation being accepted. */
export type ClaimedRole = Role | "public" | "system";

export interface Claims {
  district: string | null;
  person: string | null;
  roles: readonly ClaimedRole[];
  /** Schools for which the person answers (a principal's). */
  schools: readonly string[];
  /** Whose students may be seen through the one door: the district's id (all), ids of schools, ids of students. */
  reach: readonly string[];
  /** The same, for what is confidential of them: who is homeless, who is in foster care. */
  confided: readonly string[];
  /** Sections, teams and `school:grade` of which the person may know who belongs to them (ids, no names). */
  sections: readonly string[];
  teams: readonly string[];
  grades: readonly string[];
  /** Who really looks, and whom they view as: a look is written down with both names, and nothing else is written. */
  viewer?: string | null;
  as?: string | null;
  /** The signed-in account; it finds its own person before there is one. */
  account: string | null;
}

export const NOBODY: Claims = {
  district: null,
  person: null,
  roles: [],
  schools: [],
  reach: [],
  confided: [],
  sections: [],
  teams: [],
  grades: [],
  account: null,
};

const literal = (value: string): string => {
  if (/[^A-Za-z0-9_,@.:-]/.test(value)) throw new Error("a claim holds a character that no id has");
  return `'${value}'`;
};

/** `SET LOCAL` with literals, because on Citus only that reaches the workers (`set_config` does not). */
export function bindClaims(claims: Claims): string {
  const settings: [string, string][] = [
    ["guidepost.district", claims.district ?? ""],
    ["guidepost.person", claims.person ?? ""],
    ["guidepost.viewer", claims.viewer ?? ""],
    ["guidepost.viewed_as", claims.as ?? ""],
    ["guidepost.account", claims.account ?? ""],
    ["guidepost.role", claims.roles.join(",")],
    ["guidepost.schools", claims.schools.join(",")],
    ["guidepost.reach", claims.reach.join(",")],
    ["guidepost.confided", claims.confided.join(",")],
    ["guidepost.sections", claims.sections.join(",")],
    ["guidepost.teams", claims.teams.join(",")],
    ["guidepost.grades", claims.grades.join(",")],
    // Opened by `desk.look` alone: without it no student is seen, whatever the reach.
    ["guidepost.look", ""],
  ];
  return settings.map(([name, value]) => `set local ${name} = ${literal(value)}`).join("; ");
}
