/**
 * SAML 2.0, started here and answered by POST. samlify reads metadata, writes the request and verifies signatures; everything that
 * is believed is read from the very assertion whose signature held, never from what stands around it.
 */
import { validateSAMLTimestamp } from "@better-auth/sso";
import * as samlify from "samlify";
import { SaxesParser } from "saxes";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Asserted, rolesIn, textAt, type WordProblem } from "./asserted.ts";

export interface SamlProvider {
  /** The provider's own description of itself, as XML. */
  metadata: string;
  /** The attribute that holds the address; null: where it usually stands. */
  emailAttribute: string | null;
  /** What we are called there, and where it answers to. */
  entityId: string;
  acsUrl: string;
}

export interface SamlAnswer {
  asserted: Asserted;
  /** The request that this answers. */
  requestId: string;
  assertionId: string;
  /** Until when it would be believed. */
  expiresAt: Date;
}

type Read<Value> = Result<Value, WordProblem>;

const LONGEST = 256 * 1024;
const CLOCK_MILLISECONDS = 3 * 60 * 1000;
const POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
const NAME_IS_EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
const EMAIL_NAMES = [
  "email",
  "mail",
  "emailAddress",
  "urn:oid:0.9.2342.19200300.100.1.3",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
];
const NAMES = [
  "displayName",
  "name",
  "http://schemas.microsoft.com/identity/claims/displayname",
  "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
];
const STRONG = /#(rsa-sha(256|384|512)|ecdsa-sha(256|384|512)|sha256-rsa-MGF1|sha(256|384|512))$/;

/** Well-formed, and without a document type, which could bring in other text than what was signed. */
function isPlainXml(xml: string): boolean {
  let plain = xml.length <= LONGEST;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("doctype", () => {
    plain = false;
  });
  parser.on("error", () => {
    plain = false;
  });
  parser.write(xml).close();
  return plain;
}

samlify.setSchemaValidator({
  validate: (xml) => (isPlainXml(xml) ? Promise.resolve("plain") : Promise.reject(new Error("not plain XML"))),
});

function readIdentityProvider(metadata: string) {
  if (!isPlainXml(metadata)) throw new Error("not plain XML");
  return samlify.IdentityProvider({ metadata });
}

const serviceOf = ({ entityId, acsUrl }: Pick<SamlProvider, "entityId" | "acsUrl">) =>
  samlify.ServiceProvider({
    entityID: entityId,
    wantAssertionsSigned: true,
    authnRequestsSigned: false,
    assertionConsumerService: [{ Binding: POST, Location: acsUrl }],
    clockDrifts: [-CLOCK_MILLISECONDS, CLOCK_MILLISECONDS],
  });

/** Our own description, for the provider to load. */
export const ownMetadata = (names: Pick<SamlProvider, "entityId" | "acsUrl">): string => serviceOf(names).getMetadata();

/** Who a description speaks of, and where people sign in there. */
export function readMetadata(metadata: string): Read<{ issuer: string; signInUrl: string }> {
  try {
    const { entityMeta } = readIdentityProvider(metadata);
    const issuer = entityMeta.getEntityID();
    const signInUrl = entityMeta.getSingleSignOnService("redirect");
    const certificates = [entityMeta.getX509Certificate("signing")].flat(3).filter(Boolean);
    const isAddress = typeof signInUrl === "string" && /^https?:$/.test(URL.parse(signInUrl)?.protocol ?? "");
    if (!issuer || !isAddress || certificates.length === 0) return refuse({ kind: "metadata-wrong" });
    return ok({ issuer, signInUrl });
  } catch {
    return refuse({ kind: "metadata-wrong" });
  }
}

/** Where to send the browser, and the request that must be answered. */
export function leaveForSaml(provider: SamlProvider): Read<{ url: string; requestId: string }> {
  try {
    const request = serviceOf(provider).createLoginRequest(readIdentityProvider(provider.metadata), "redirect");
    return ok({ url: request.context, requestId: request.id });
  } catch {
    return refuse({ kind: "metadata-wrong" });
  }
}

/** Verifies an answer. Whether it is the answer to our request, and the first, is asked by whoever keeps those. */
export async function returnFromSaml(provider: SamlProvider, sent: string): Promise<Read<SamlAnswer>> {
  const encoded = sent.replace(/\s+/g, "");
  if (encoded.length > LONGEST || !/^[A-Za-z0-9+/]+=*$/.test(encoded)) return refuse({ kind: "response-wrong" });
  const xml = Buffer.from(encoded, "base64").toString("utf8");
  if (!isPlainXml(xml)) return refuse({ kind: "response-wrong" });
  if (/<([\w.-]+:)?EncryptedAssertion[\s>]/.test(xml)) return refuse({ kind: "encrypted" });
  if ((xml.match(/<([\w.-]+:)?Assertion[\s>]/g) ?? []).length > 1) return refuse({ kind: "signature-wrong" });
  const methods = [
    ...xml.matchAll(/<(?:[\w.-]+:)?(?:SignatureMethod|DigestMethod)\s[^>]*Algorithm\s*=\s*["']([^"']*)["']/g),
  ];
  if (methods.some(([, algorithm]) => !STRONG.test(algorithm ?? ""))) return refuse({ kind: "algorithm-weak" });

  const assertion = await verifiedAssertion(provider, encoded, xml);
  return assertion.ok ? readAssertion(provider, assertion.value, xml) : assertion;
}

/** The assertion that a signature of the provider covers, as XML. */
async function verifiedAssertion(provider: SamlProvider, encoded: string, xml: string): Promise<Read<string>> {
  try {
    const from = readIdentityProvider(provider.metadata);
    await serviceOf(provider).parseLoginResponse(from, "post", { body: { SAMLResponse: encoded } });
    const [holds, assertion] = samlify.SamlLib.verifySignature(xml, {
      metadata: from.entityMeta,
      signatureAlgorithm: from.entitySetting.requestSignatureAlgorithm as string,
    });
    return holds && typeof assertion === "string" ? ok(assertion) : refuse({ kind: "signature-wrong" });
  } catch (error) {
    const message = String((error as Error)?.message ?? error);
    if (message.startsWith("ERR_FAILED_STATUS"))
      return refuse({ kind: "provider-said-no", detail: message.slice(17, 300) });
    if (message === "ERR_UNMATCH_ISSUER") return refuse({ kind: "issuer-wrong" });
    if (/ERR_(SUBJECT_UNCONFIRMED|EXPIRED_SESSION)/.test(message)) return refuse({ kind: "not-valid-now" });
    if (/ERR_UNDEFINED_STATUS|ERR_EMPTY_ASSERTION/.test(message)) return refuse({ kind: "response-wrong" });
    return refuse({ kind: "signature-wrong" });
  }
}

const FIELDS = [
  { key: "id", localPath: ["Assertion"], attributes: ["ID"] },
  { key: "issuer", localPath: ["Assertion", "Issuer"], attributes: [] },
  { key: "nameId", localPath: ["Assertion", "Subject", "NameID"], attributes: [] },
  { key: "format", localPath: ["Assertion", "Subject", "NameID"], attributes: ["Format"] },
  { key: "method", localPath: ["Assertion", "Subject", "SubjectConfirmation"], attributes: ["Method"] },
  {
    key: "confirmation",
    localPath: ["Assertion", "Subject", "SubjectConfirmation", "SubjectConfirmationData"],
    attributes: ["Recipient", "InResponseTo", "NotOnOrAfter"],
  },
  { key: "conditions", localPath: ["Assertion", "Conditions"], attributes: ["NotBefore", "NotOnOrAfter"] },
  { key: "audience", localPath: ["Assertion", "Conditions", "AudienceRestriction", "Audience"], attributes: [] },
  {
    key: "attributes",
    localPath: ["Assertion", "AttributeStatement", "Attribute"],
    index: ["Name"],
    attributePath: ["AttributeValue"],
    attributes: [],
  },
];

interface Told {
  id?: string;
  issuer?: string | string[];
  nameId?: string | string[];
  format?: string;
  method?: string;
  confirmation?: Confirmation | Confirmation[];
  conditions?: { notBefore?: string; notOnOrAfter?: string };
  audience?: string | string[];
  attributes?: Record<string, string | string[]>;
}
interface Confirmation {
  recipient?: string;
  inResponseTo?: string;
  notOnOrAfter?: string;
}

function readAssertion(provider: SamlProvider, assertion: string, around: string): Read<SamlAnswer> {
  const told = samlify.Extractor.extract(assertion, FIELDS) as Told;
  const { id, issuer, nameId, conditions, attributes = {} } = told;
  if (typeof issuer !== "string" || issuer !== readIdentityProvider(provider.metadata).entityMeta.getEntityID()) {
    return refuse({ kind: "issuer-wrong" });
  }
  if (![told.audience].flat().includes(provider.entityId)) return refuse({ kind: "audience-wrong" });
  const confirmation = [told.confirmation].flat();
  const [one] = confirmation;
  if (told.method !== BEARER || one === undefined || confirmation.length !== 1)
    return refuse({ kind: "recipient-wrong" });
  if (one.recipient !== provider.acsUrl) return refuse({ kind: "recipient-wrong", detail: one.recipient ?? "" });
  const [destination, inResponseTo] = [
    attributeOfResponse(around, "Destination"),
    attributeOfResponse(around, "InResponseTo"),
  ];
  if (destination !== null && destination !== provider.acsUrl)
    return refuse({ kind: "recipient-wrong", detail: destination });
  if (!one.inResponseTo || (inResponseTo !== null && inResponseTo !== one.inResponseTo)) {
    return refuse({ kind: "request-unknown" });
  }
  if (
    !conditions?.notOnOrAfter ||
    !one.notOnOrAfter ||
    !isValidNow(conditions) ||
    !isValidNow({ notOnOrAfter: one.notOnOrAfter })
  ) {
    return refuse({ kind: "not-valid-now" });
  }
  if (!id || typeof nameId !== "string" || nameId.trim() === "") return refuse({ kind: "subject-missing" });
  if (told.format === TRANSIENT) return refuse({ kind: "subject-fleeting" });
  return ok({
    asserted: {
      issuer,
      subject: nameId.trim(),
      email: emailOf(provider, told, nameId)?.toLowerCase() ?? null,
      emailVerified: null,
      name: textAt(attributes, NAMES),
      roles: rolesIn(attributes),
      organization: null,
    },
    requestId: one.inResponseTo,
    assertionId: id,
    expiresAt: new Date(Date.parse(conditions.notOnOrAfter) + CLOCK_MILLISECONDS),
  });
}

function emailOf({ emailAttribute }: SamlProvider, { attributes = {}, format }: Told, nameId: string): string | null {
  if (emailAttribute !== null) return textAt(attributes, [emailAttribute]);
  return textAt(attributes, EMAIL_NAMES) ?? (format === NAME_IS_EMAIL ? nameId.trim() : null);
}

function attributeOfResponse(xml: string, name: string): string | null {
  const told = samlify.Extractor.extract(xml, [{ key: "value", localPath: ["Response"], attributes: [name] }]);
  return (told as { value?: string }).value ?? null;
}

function isValidNow(conditions: { notBefore?: string; notOnOrAfter?: string }): boolean {
  try {
    validateSAMLTimestamp(conditions, { clockSkew: CLOCK_MILLISECONDS, requireTimestamps: true });
    return true;
  } catch {
    return false;
  }
}
