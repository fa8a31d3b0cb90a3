/** Whose word counts for whom: the rules by which a provider's word is matched with a person. Pure. */
import type { Role } from "#platform/db/claims.ts";

export const PROVIDER_KINDS = ["google", "entra", "classlink", "oidc", "saml"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Where the presets' providers are; Entra's has the district's own tenant in it. */
export const PRESET_ISSUER: Partial<Record<ProviderKind, string>> = {
  google: "https://accounts.google.com",
  classlink: "https://launchpad.classlink.com",
};
export const entraIssuer = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;

/**
 * `said`: an address counts only if the provider says that it has verified it. `given`: the district itself gives the addresses of
 * its domains out through this provider, so that each belongs to who has it.
 */
export const TRUSTS = ["said", "given"] as const;
export type Trust = (typeof TRUSTS)[number];

export interface ProviderSettings {
  clientId?: string;
  emailClaim?: string;
  trust?: Trust;
  metadata?: string;
  emailAttribute?: string | null;
}

export interface Provider {
  id: string;
  districtId: string;
  kind: ProviderKind;
  name: string;
  issuer: string | null;
  settings: ProviderSettings;
  domains: string[];
  /** It asks for a second factor itself, and the district lets that count. */
  secondFactor: boolean;
  enabled: boolean;
  test: TestReport | null;
  testedAt: Date | null;
}

/** What a test brought back. */
export interface TestReport {
  at: string;
  by: string | null;
  /** Null: all went well. */
  problem: string | null;
  detail?: string | null;
  issuer?: string;
  subject?: string;
  email?: string | null;
  emailVerified?: boolean | null;
  roles?: string[];
  /** Whom it would sign in, or why no one. */
  match?: { kind: "known" | "tie" | "new"; person: string } | { kind: "nobody"; problem: MatchProblem };
}

export const MATCH_PROBLEMS = [
  "student",
  "email-missing",
  "email-not-verified",
  "email-outside",
  "organization-outside",
  "no-person",
  "no-grant",
  "identity-other",
  "account-exists",
  "account-elsewhere",
] as const;
export type MatchProblem = (typeof MATCH_PROBLEMS)[number];

/** What no district gives out alone. */
const OF_EVERYONE = [
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "aol.com",
];

/** A domain as it is compared: lower case, in the letters of the name system. Null: not one that a district has. */
export function domainOf(given: string): string | null {
  const name = given.trim().replace(/^@/, "").toLowerCase();
  if (!/^[^\s/@:?#\\]+\.[^\s/@:?#\\]+$/.test(name)) return null;
  const host = URL.parse(`https://${name}`)?.hostname ?? "";
  const isName = /^(?!-)([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(host);
  return isName && !OF_EVERYONE.includes(host) ? host : null;
}

/** Only the very domain: not one below it, not one that looks like it. */
export function isInside(email: string, domains: readonly string[]): boolean {
  const parts = email.split("@");
  const [name = "", domain = ""] = parts;
  return parts.length === 2 && name !== "" && !/[^\x21-\x7e]/.test(email) && domains.includes(domain.toLowerCase());
}

/** Role words stand alone or at the end of an address: "Student", "urn:…:role#Learner", "student@haywater.org". */
const STUDENT = /^(students?|pupils?|learners?|estudiantes?|alumn[oa]s?)$/i;

export const isStudent = (roles: readonly string[]): boolean =>
  roles.some((role) => STUDENT.test((role.split("@")[0] ?? "").split(/[/#:]/).at(-1)?.trim() ?? ""));

interface Said {
  email: string | null;
  emailVerified: boolean | null;
  organization: string | null;
}

/** Why an address does not show who someone is; null if it does. */
export function addressProblem(
  { kind, settings, domains }: Pick<Provider, "kind" | "settings" | "domains">,
  { email, emailVerified, organization }: Said,
): MatchProblem | null {
  if (email === null || email.length > 254) return "email-missing";
  if (!isInside(email, domains)) return "email-outside";
  // Anyone can open a private Google account with a district's address; only the district's own says that it is of the district.
  if (kind === "google" && (organization === null || !domains.includes(organization))) return "organization-outside";
  const vouched = kind === "saml" || settings.trust === "given" ? emailVerified !== false : emailVerified === true;
  return vouched ? null : "email-not-verified";
}

export interface SignOnRules {
  /** Who must have a second factor. */
  secondFactorRoles: readonly Role[];
  /** Who may sign in with a password. */
  passwords: "everyone" | "stewards";
}

export const NO_RULES: SignOnRules = { secondFactorRoles: [], passwords: "everyone" };

export const needsSecondFactor = (rules: SignOnRules, roles: readonly string[]): boolean =>
  rules.secondFactorRoles.some((role) => roles.includes(role));

/** Stewards keep theirs always: when the provider fails, someone must come in and put it right. */
export const mayUsePassword = (rules: SignOnRules, roles: readonly string[]): boolean =>
  rules.passwords === "everyone" || roles.includes("steward");

/** Whether everything is there that a test needs. */
export const isComplete = ({ issuer, kind, settings, domains }: Provider): boolean =>
  issuer !== null && domains.length > 0 && (kind === "saml" ? !!settings.metadata : !!settings.clientId);
