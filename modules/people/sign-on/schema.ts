/** What a form may say about a provider and the rules. Messages are keys of `locales/…/sign-on.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { optional } from "#modules/district/schema.ts";
import { ROLES } from "#platform/db/claims.ts";
import {
  domainOf,
  entraIssuer,
  PRESET_ISSUER,
  PROVIDER_KINDS,
  type ProviderKind,
  type ProviderSettings,
  TRUSTS,
} from "./domain.ts";

const name = z
  .string("name-missing")
  .transform(oneLine)
  .pipe(z.string().min(1, "name-missing").max(80, "name-too-long"));
const text = (missing: string, most = 1000) => z.string(missing).trim().min(1, missing).max(most, "too-long");
const checked = z.preprocess((value) => value === "yes", z.boolean());

export const NewProviderSchema = z.object({ kind: z.enum(PROVIDER_KINDS, "kind-missing"), name });

const domains = text("domains-missing", 2000).transform((given, context) => {
  const read = given
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(domainOf);
  if (read.length > 0 && read.length <= 50 && read.every((each) => each !== null)) return [...new Set(read)];
  context.addIssue({ code: "custom", message: "domains-wrong" });
  return z.NEVER;
});

const common = { name, domains, secondFactor: checked };
/** Empty: the one that is kept stays. */
const clientSecret = optional(z.string().trim().max(1000, "too-long"));
const clientId = text("client-id-missing");
const emailClaim = optional(z.string().trim().max(200, "too-long"));

/** A tenant by its number or its own domain. `common` and the like would take everyone at Microsoft. */
const tenant = text("tenant-wrong", 200)
  .toLowerCase()
  .refine((given) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^([a-z0-9-]+\.)+[a-z]+$/.test(given), "tenant-wrong");

const ofOpenId = { clientId, clientSecret, emailClaim };

/** What each kind is asked, in the order of its form. */
export const PROVIDER_SCHEMAS = {
  google: z.object({ name, clientId, clientSecret, domains, secondFactor: checked }),
  entra: z.object({ name, tenant, ...ofOpenId, domains, secondFactor: checked }),
  classlink: z.object({ name, clientId, clientSecret, domains, secondFactor: checked }),
  oidc: z.object({
    name,
    issuer: text("issuer-missing"),
    ...ofOpenId,
    domains,
    trust: z.enum(TRUSTS, "trust-missing"),
    secondFactor: checked,
  }),
  saml: z.object({
    name,
    metadata: text("metadata-wrong", 256 * 1024),
    emailAttribute: optional(z.string().trim().max(500, "too-long")),
    domains,
    secondFactor: checked,
  }),
} satisfies Record<ProviderKind, z.ZodType>;

type Common = z.infer<z.ZodObject<typeof common>>;
export type ProviderInput = Common & {
  tenant?: string;
  issuer?: string;
  clientId?: string;
  clientSecret?: string | null;
  emailClaim?: string | null;
  trust?: (typeof TRUSTS)[number];
  metadata?: string;
  emailAttribute?: string | null;
};

/** Who vouches: Google says which addresses it has verified; Entra and ClassLink do not, and hold the district's own. */
const TRUST_OF: Partial<Record<ProviderKind, (typeof TRUSTS)[number]>> = {
  google: "said",
  entra: "given",
  classlink: "given",
};

/** The issuer to ask, and the settings. A SAML provider's issuer stands in its metadata. */
export function readInput(kind: ProviderKind, input: ProviderInput): { issuer: string; settings: ProviderSettings } {
  if (kind === "saml") {
    const { metadata = "", emailAttribute = null } = input;
    return { issuer: "", settings: { metadata, emailAttribute } };
  }
  const issuer = PRESET_ISSUER[kind] ?? (kind === "entra" ? entraIssuer(input.tenant ?? "") : (input.issuer ?? ""));
  const trust = TRUST_OF[kind] ?? input.trust ?? "said";
  return { issuer, settings: { clientId: input.clientId ?? "", emailClaim: input.emailClaim ?? "email", trust } };
}

const role = (each: string) => `role-${each}` as const;

export const RulesSchema = z
  .object({
    ...Object.fromEntries(ROLES.map((each) => [role(each), checked])),
    passwords: z.enum(["everyone", "stewards"], "trust-missing"),
  })
  .transform((given) => ({
    secondFactorRoles: ROLES.filter((each) => (given as Record<string, unknown>)[role(each)] === true),
    passwords: given.passwords as "everyone" | "stewards",
  }));
