/** What the commands that give access share. */
import { ROLES } from "#platform/db/claims.ts";
import type { Installation } from "#platform/installation.ts";
import type { Told } from "../../command.ts";

export const GRANT_OPTIONS = {
  role: { type: "string" },
  school: { type: "string" },
  from: { type: "string" },
  until: { type: "string" },
} as const;

export const DESCRIBES_GRANT = {
  role: `one of ${ROLES.join(", ")}`,
  school: "the school's address name, such as alder-creek-elementary; without it the whole district",
  from: "the first day, such as 2026-08-01; without it today",
  until: "the last day; may be left out",
};

/** A school that the district does not have is passed on as it was typed: the schema refuses it by name. */
export function grantFields({ values }: Told, schools: readonly { id: string; slug: string }[], today: string) {
  const asked = values.school;
  const school = asked === undefined ? undefined : (schools.find((each) => each.slug === asked)?.id ?? asked);
  return {
    role: { option: "--role", value: values.role },
    schoolId: { option: "--school", value: school },
    fromOn: { option: "--from", value: values.from ?? today },
    untilOn: { option: "--until", value: values.until },
  };
}

export const linkOf = ({ settings }: Installation, token: string): string =>
  new URL(`/invitations/${token}`, settings.baseUrl).href;
