/** What the commands that give access share. */
import { listSchools, listTeams } from "#modules/district/queries.ts";
import { ROLES } from "#platform/db/claims.ts";
import type { ReadTx } from "#platform/db/desk.ts";
import type { Installation } from "#platform/installation.ts";
import type { Told } from "../../command.ts";

export const GRANT_OPTIONS = {
  role: { type: "string" },
  school: { type: "string" },
  grade: { type: "string" },
  team: { type: "string" },
  section: { type: "string" },
  from: { type: "string" },
  until: { type: "string" },
} as const;

export const DESCRIBES_GRANT = {
  role: `one of ${ROLES.join(", ")}`,
  school: "the school's address name, such as alder-creek-elementary; without any place the whole district",
  grade: "a grade of that school, such as 03 or KG",
  team: "a team's address name, such as third-grade-alder-creek",
  section: "a section's id, as the address of its page shows it",
  from: "the first day, such as 2026-08-01; without it today",
  until: "the last day; may be left out",
};

interface Slugs {
  schools: readonly { id: string; slug: string }[];
  teams: readonly { id: string; slug: string }[];
}

export const readSlugs = async (tx: ReadTx, districtId: string): Promise<Slugs> => ({
  schools: await listSchools(tx, districtId),
  teams: await listTeams(tx, districtId),
});

/** A school or a team that the district does not have is passed on as it was typed: the schema refuses it by name. */
export function grantFields({ values }: Told, { schools, teams }: Slugs, today: string) {
  const idOf = (places: readonly { id: string; slug: string }[], asked: unknown) =>
    asked === undefined ? undefined : (places.find((each) => each.slug === asked)?.id ?? asked);
  return {
    role: { option: "--role", value: values.role },
    schoolId: { option: "--school", value: idOf(schools, values.school) },
    grade: { option: "--grade", value: values.grade },
    teamId: { option: "--team", value: idOf(teams, values.team) },
    sectionId: { option: "--section", value: values.section },
    fromOn: { option: "--from", value: values.from ?? today },
    untilOn: { option: "--until", value: values.until },
  };
}

export const linkOf = ({ settings }: Installation, token: string): string =>
  new URL(`/invitations/${token}`, settings.baseUrl).href;
