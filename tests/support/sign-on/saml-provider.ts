/** A real SAML identity provider (samlp) on this machine. Its keys were made for the tests and open nothing. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { promisify } from "node:util";
import samlp from "samlp";
import { listen, stop } from "./openid-provider.ts";

const pem = (name: string) => readFileSync(new URL(`./${name}.pem`, import.meta.url), "utf8");
export const KEYS = {
  provider: { key: pem("provider.key"), cert: pem("provider.cert") },
  stranger: { key: pem("stranger.key"), cert: pem("stranger.cert") },
};

export const PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
const EMAIL = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

/** Whom it speaks of. */
export interface SamlPerson {
  subject: string;
  email?: string;
  attributes?: Record<string, string | string[]>;
}

/** samlp's own options, for what a test bends. */
export type Bent = Record<string, unknown>;

const mapperFor =
  ({ subject, email, attributes }: SamlPerson, format: string) =>
  () => ({
    getClaims: () => ({ ...(email && { [EMAIL]: email }), ...attributes }),
    getNameIdentifier: () => ({ nameIdentifier: subject, nameIdentifierFormat: format }),
  });

export const metadataOf = (issuer: string, signInUrl: string, cert = KEYS.provider.cert): string => {
  const bare = cert.replace(/-----[^-]+-----|\s/g, "");
  return `<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${issuer}">
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
      <X509Certificate>${bare}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${signInUrl}"/>
  </IDPSSODescriptor>
</EntityDescriptor>`;
};

/** What we asked, as the provider reads it from the address that the browser was sent to. */
export async function readRequest(address: string) {
  const query = Object.fromEntries(new URL(address).searchParams);
  const read = await promisify(samlp.parseRequest)({ method: "GET", query }, {});
  return read as { id: string; issuer: string; assertionConsumerServiceURL: string };
}

/** The answer that the browser carries, as XML. */
export async function answerTo(address: string, issuer: string, person: SamlPerson, bent: Bent = {}): Promise<string> {
  const request = await readRequest(address);
  const options = {
    issuer,
    ...KEYS.provider,
    audience: request.issuer,
    recipient: request.assertionConsumerServiceURL,
    destination: request.assertionConsumerServiceURL,
    inResponseTo: request.id,
    signatureAlgorithm: "rsa-sha256",
    digestAlgorithm: "sha256",
    lifetimeInSeconds: 300,
    profileMapper: mapperFor(person, (bent.format as string | undefined) ?? PERSISTENT),
    ...bent,
  };
  return String(await promisify(samlp.getSamlResponse)(options, {}));
}

export const encode = (xml: string): string => Buffer.from(xml).toString("base64");

export interface SamlServer {
  issuer: string;
  metadata: string;
  people: SamlPerson[];
  stop(): Promise<void>;
}

/** With a page that asks who one is, and a form that carries the answer back. */
export async function startSamlProvider(people: SamlPerson[]): Promise<SamlServer> {
  const server = createServer();
  const host = await listen(server);
  const issuer = `http://${host}/metadata`;
  server.on("request", async (request, response) => {
    const url = new URL(request.url ?? "", `http://${host}`);
    const person = people.find(({ subject }) => subject === url.searchParams.get("who"));
    response.setHeader("Content-Type", "text/html");
    if (url.pathname !== "/sign-in") return response.writeHead(204).end();
    if (person === undefined) {
      const links = people.map(({ subject }) => `<li><a href="${url.search}&amp;who=${subject}">${subject}</a></li>`);
      return response.end(`<html lang="en"><title>Who are you?</title><ul>${links.join("")}</ul></html>`);
    }
    const { assertionConsumerServiceURL: back } = await readRequest(url.href);
    const sent = encode(await answerTo(url.href, issuer, person));
    response.end(`<html lang="en"><title>Back</title><form method="post" action="${back}">
      <input type="hidden" name="SAMLResponse" value="${sent}"><button>Go on</button></form></html>`);
  });
  return { issuer, metadata: metadataOf(issuer, `http://${host}/sign-in`), people, stop: () => stop(server) };
}
