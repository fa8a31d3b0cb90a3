/** What a provider says of someone, once its word has been verified; and why a word is not believed. */

export interface Asserted {
  issuer: string;
  /** Whom the issuer means, for good; an address may pass to someone else, this may not. */
  subject: string;
  email: string | null;
  /** Null: it does not say. */
  emailVerified: boolean | null;
  name: string | null;
  /** Roles, kinds of person and groups, as it calls them. */
  roles: string[];
  /** Google: the organization that the account belongs to. */
  organization: string | null;
}

export const WORD_PROBLEMS = [
  "not-reachable",
  "address-refused",
  "discovery-wrong",
  "metadata-wrong",
  "secret-missing",
  "provider-said-no",
  "code-refused",
  "issuer-wrong",
  "audience-wrong",
  "recipient-wrong",
  "not-valid-now",
  "signature-wrong",
  "algorithm-weak",
  "nonce-wrong",
  "request-unknown",
  "used-already",
  "encrypted",
  "subject-missing",
  "subject-fleeting",
  "response-wrong",
] as const;

/** `detail`: what the provider or the network said, for whoever sets it up. */
export type WordProblem = { kind: (typeof WORD_PROBLEMS)[number]; detail?: string };

/** Claims and attributes in which providers say what someone is. */
const ROLE_NAMES =
  /(^|[/:#])((primary_?)?roles?|user_?(types?|roles?)|person_?types?|(edu_?person_?)?(scoped_?|primary_?)?affiliations?|groups?)$/i;
/** The three kinds of affiliation, as SAML numbers them. */
const AFFILIATIONS = ["1", "5", "9"].map((last) => `urn:oid:1.3.6.1.4.1.5923.1.1.1.${last}`);

export function rolesIn(told: Readonly<Record<string, unknown>>): string[] {
  const saysWhat = (name: string) => ROLE_NAMES.test(name) || AFFILIATIONS.includes(name);
  const values = Object.entries(told).flatMap(([name, value]) => (saysWhat(name) ? [value].flat() : []));
  return [...new Set(values.filter((value): value is string => typeof value === "string" && value !== ""))].slice(
    0,
    50,
  );
}

/** The first of these names that has a text. */
export function textAt(told: Readonly<Record<string, unknown>>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = [told[name]].flat()[0];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}
