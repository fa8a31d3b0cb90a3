/** An OpenID provider that says whatever a test wants it to: a token for another, out of date, signed by another key, not at all. */
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from "jose";
import { listen, stop } from "./openid-provider.ts";

export interface Forgery {
  claims?: Record<string, unknown>;
  header?: Partial<JWTHeaderParameters>;
  /** Signed by a key that the provider does not publish. */
  stranger?: boolean;
  /** The token as it is sent, made from a right one. */
  spoil?: (token: string) => string;
  /** What it publishes about itself. */
  discovery?: Record<string, unknown>;
}

export interface ForgingProvider {
  issuer: string;
  host: string;
  /** What the next answers say. */
  forge(forgery: Forgery): void;
  stop(): Promise<void>;
}

export async function startForgingProvider(clientId: string): Promise<ForgingProvider> {
  const [own, stranger] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  const key = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256", use: "sig" };
  let forgery: Forgery = {};
  const server = createServer();
  const host = await listen(server);
  const issuer = `http://${host}`;
  const token = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, ...forgery.claims };
    const signed = await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "own", ...forgery.header })
      .sign(forgery.stranger ? stranger.privateKey : own.privateKey);
    return forgery.spoil?.(signed) ?? signed;
  };
  const pages: Record<string, () => unknown> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      ...forgery.discovery,
    }),
    "/keys": () => ({ keys: [key] }),
    "/token": async () => ({ token_type: "Bearer", access_token: "access", id_token: await token() }),
  };
  server.on("request", async (request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify((await page?.()) ?? {}));
  });
  return {
    issuer,
    host,
    forge: (next) => {
      forgery = next;
    },
    stop: () => stop(server),
  };
}
