/**
 * OpenID Connect, the authorization code flow with PKCE, state and nonce. The library builds the requests, jose verifies the token;
 * what is ours is that each provider has a redirect address of its own, that the nonce is asked for, and that nobody is made an
 * account (decision 13).
 */
import { authorizationCodeRequest, createAuthorizationURL, getOAuth2Tokens } from "@better-auth/core/oauth2";
import {
  computeDiscoveryUrl,
  DiscoveryError,
  selectTokenEndpointAuthMethod,
  validateDiscoveryDocument,
} from "@better-auth/sso";
import { generateRandomString } from "better-auth/crypto";
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type Asserted, rolesIn, textAt, type WordProblem } from "./asserted.ts";
import { AddressRefused, isAddressRefused, type Outside } from "./outside.ts";

export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** The claim that holds the address: "email", or what the district's provider fills instead. */
  emailClaim: string;
  redirectUri: string;
}

/** What only the browser that left may bring back. */
export interface OidcProof {
  state: string;
  nonce: string;
  verifier: string;
}

const Discovery = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});
export type Discovered = z.infer<typeof Discovery>;

/** What a key pair signs. A shared secret, or nothing, proves nobody. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const SCOPES = ["openid", "email", "profile"];
/** Two clocks are never quite the same. */
const CLOCK_SECONDS = 60;

type Answer<Value> = Promise<Result<Value, WordProblem>>;

/** What the issuer publishes about itself. */
export async function discover(outside: Outside, issuer: string): Answer<Discovered> {
  try {
    const answer = await outside.ask(computeDiscoveryUrl(issuer), { headers: { accept: "application/json" } });
    if (!answer.ok) return refuse({ kind: "discovery-wrong", detail: `${answer.status}` });
    const read = Discovery.safeParse(await answer.json().catch(() => null));
    if (!read.success) return refuse({ kind: "discovery-wrong" });
    validateDiscoveryDocument(read.data as Parameters<typeof validateDiscoveryDocument>[0], issuer);
    const addresses = [read.data.authorization_endpoint, read.data.token_endpoint, read.data.jwks_uri];
    for (const address of addresses) if (!(await outside.allows(address))) throw new AddressRefused(address);
    return ok(read.data);
  } catch (error) {
    if (error instanceof DiscoveryError) {
      return refuse({
        kind: error.code === "issuer_mismatch" ? "issuer-wrong" : "discovery-wrong",
        detail: error.message,
      });
    }
    return refuse(notAsked(error));
  }
}

/** Where to send the browser, and what it must bring back. */
export async function leaveForOidc(
  outside: Outside,
  provider: OidcProvider,
  organization: string | null,
): Answer<{ url: string; proof: OidcProof }> {
  const found = await discover(outside, provider.issuer);
  if (!found.ok) return found;
  const proof = {
    state: generateRandomString(32),
    nonce: generateRandomString(32),
    verifier: generateRandomString(64),
  };
  const url = await createAuthorizationURL({
    id: provider.issuer,
    options: { clientId: provider.clientId },
    authorizationEndpoint: found.value.authorization_endpoint,
    redirectURI: provider.redirectUri,
    state: proof.state,
    nonce: proof.nonce,
    codeVerifier: proof.verifier,
    scopes: SCOPES,
    ...(organization === null ? {} : { hd: organization }),
  });
  return ok({ url: url.href, proof });
}

/** Verifies what the browser brought back. The state has been compared by whoever kept it. */
export async function returnFromOidc(
  outside: Outside,
  provider: OidcProvider,
  proof: OidcProof,
  brought: URLSearchParams,
  now: Date,
): Answer<Asserted> {
  const error = brought.get("error");
  if (error !== null) return refuse({ kind: "provider-said-no", detail: error.slice(0, 200) });
  const found = await discover(outside, provider.issuer);
  if (!found.ok) return found;
  const discovered = found.value;
  // Another issuer's answer, passed off as this one's (RFC 9207).
  const issuer = brought.get("iss");
  const saysIssuer = discovered.authorization_response_iss_parameter_supported === true;
  if (issuer === null ? saysIssuer : issuer !== discovered.issuer) return refuse({ kind: "issuer-wrong" });

  const tokens = await exchange(outside, provider, discovered, proof, brought.get("code") ?? "");
  if (!tokens.ok) return tokens;
  const verified = await verify(outside, provider, discovered, proof, tokens.value.idToken, now);
  if (!verified.ok) return verified;
  const claims = await withProfile(outside, discovered, verified.value, tokens.value.accessToken);
  return claims.ok ? asserted(provider, claims.value) : claims;
}

async function exchange(
  outside: Outside,
  provider: OidcProvider,
  discovered: Discovered,
  { verifier }: OidcProof,
  code: string,
): Answer<{ idToken: string; accessToken: string | null }> {
  if (code === "") return refuse({ kind: "response-wrong" });
  const { clientId, clientSecret, redirectUri } = provider;
  const method = selectTokenEndpointAuthMethod(
    discovered as Parameters<typeof selectTokenEndpointAuthMethod>[0],
    undefined,
  );
  if (clientSecret === null) return refuse({ kind: "secret-missing" });
  try {
    const { body, headers } = await authorizationCodeRequest({
      code,
      codeVerifier: verifier,
      redirectURI: redirectUri,
      options: { clientId, clientSecret },
      tokenEndpoint: discovered.token_endpoint,
      tokenEndpointAuth: { method: method === "client_secret_post" ? method : "client_secret_basic" },
    });
    const init = { method: "POST", body, headers: headers as Record<string, string> };
    const answer = await outside.ask(discovered.token_endpoint, init);
    const told = (await answer.json().catch(() => null)) as Record<string, unknown> | null;
    if (!answer.ok || told === null) {
      return refuse({ kind: "code-refused", detail: String(told?.error ?? answer.status).slice(0, 200) });
    }
    const tokens = getOAuth2Tokens(told);
    if (!tokens.idToken) return refuse({ kind: "response-wrong" });
    return ok({ idToken: tokens.idToken, accessToken: tokens.accessToken ?? null });
  } catch (error) {
    return refuse(notAsked(error));
  }
}

async function verify(
  outside: Outside,
  { clientId }: OidcProvider,
  discovered: Discovered,
  { nonce }: OidcProof,
  token: string,
  now: Date,
): Answer<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(discovered.jwks_uri), {
    [customFetch]: (address, init) => outside.ask(address, init as RequestInit),
  });
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: discovered.issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ["sub", "iat", "exp"],
      clockTolerance: CLOCK_SECONDS,
      currentDate: now,
      maxTokenAge: "1 hour",
    });
    const isForUs = payload.azp === undefined ? [payload.aud].flat().length === 1 : payload.azp === clientId;
    if (!isForUs) return refuse({ kind: "audience-wrong" });
    if (payload.nonce !== nonce) return refuse({ kind: "nonce-wrong" });
    return ok(payload);
  } catch (error) {
    return refuse(tokenProblem(error));
  }
}

function tokenProblem(error: unknown): WordProblem {
  if (error instanceof errors.JWTExpired) return { kind: "not-valid-now" };
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim } = error;
    if (claim === "aud") return { kind: "audience-wrong" };
    if (claim === "iss") return { kind: "issuer-wrong" };
    if (claim === "nbf" || claim === "iat") return { kind: "not-valid-now" };
    return { kind: claim === "sub" ? "subject-missing" : "response-wrong", detail: claim };
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return { kind: "algorithm-weak" };
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return { kind: "signature-wrong" };
  }
  if (error instanceof errors.JOSEError) return { kind: "response-wrong", detail: error.code };
  return notAsked(error);
}

/** Some providers say the address, or what someone is, only when asked once more. It must be about the same one. */
async function withProfile(
  outside: Outside,
  { userinfo_endpoint }: Discovered,
  claims: JWTPayload,
  accessToken: string | null,
): Answer<JWTPayload> {
  if (userinfo_endpoint === undefined || accessToken === null) return ok(claims);
  try {
    const answer = await outside.ask(userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
    const told = answer.ok ? ((await answer.json().catch(() => null)) as JWTPayload | null) : null;
    if (told === null) return ok(claims);
    if (told.sub !== claims.sub) return refuse({ kind: "response-wrong", detail: "userinfo" });
    return ok({ ...told, ...claims });
  } catch (error) {
    return refuse(notAsked(error));
  }
}

function asserted({ emailClaim }: OidcProvider, claims: JWTPayload): Result<Asserted, WordProblem> {
  const { iss = "", sub = "" } = claims;
  if (sub === "") return refuse({ kind: "subject-missing" });
  const said = claims.email_verified;
  return ok({
    issuer: iss,
    subject: sub,
    email: textAt(claims, [emailClaim])?.toLowerCase() ?? null,
    emailVerified: said === undefined ? null : said === true || said === "true",
    name: textAt(claims, ["name"]),
    roles: rolesIn(claims),
    organization: textAt(claims, ["hd"])?.toLowerCase() ?? null,
  });
}

function notAsked(error: unknown): WordProblem {
  if (isAddressRefused(error)) return { kind: "address-refused", detail: error.message };
  const { cause, message } = error as Error;
  return { kind: "not-reachable", detail: (cause as { code?: string } | undefined)?.code ?? message };
}
