/** A real OpenID provider (oidc-provider) on this machine, with its own pages to sign in. The password is whatever one types. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of someone; by subject. */
export type Said = Record<string, { email?: string; email_verified?: boolean; name?: string; role?: string }>;

export interface OpenIdProvider {
  issuer: string;
  /** "localhost:41234" */
  host: string;
  clientId: string;
  clientSecret: string;
  people: Said;
  stop(): Promise<void>;
}

export async function startOpenIdProvider(redirectUris: string[], people: Said): Promise<OpenIdProvider> {
  const server = createServer();
  const host = await listen(server);
  const issuer = `http://${host}`;
  const [clientId, clientSecret] = ["guidepost", "a secret that the provider gave"];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris }],
    claims: { email: ["email", "email_verified"], profile: ["name", "role"] },
    findAccount: (_: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people[subject] }),
    }),
    cookies: { keys: ["of the tests"] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  server.on("request", provider.callback());
  return { issuer, host, clientId, clientSecret, people, stop: () => stop(server) };
}

export const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`localhost:${(server.address() as AddressInfo).port}`));
  });

export const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Goes through the provider's pages as a browser would, as this subject, up to the address that it sends the browser back to. */
export async function passThrough(address: string, subject: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [url, body] = [new URL(address), null as URLSearchParams | null];
  for (let step = 0; step < 12; step += 1) {
    if (url.href.startsWith(until)) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, { method: body ? "POST" : "GET", body, headers: { cookie }, redirect: "manual" });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location !== null) {
      [url, body] = [new URL(location, url), null];
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`${url}: ${answer.status} ${page.slice(0, 2000)}`);
    [url, body] = [new URL(action, url), new URLSearchParams({ prompt, login: subject, password: "whatever" })];
  }
  throw new Error(`the provider did not let ${subject} through`);
}
