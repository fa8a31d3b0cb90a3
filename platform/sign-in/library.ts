/**
 * The sign-in library (better-auth), kept to what we use of it: passwords, sessions, codes of an authenticator, passkeys. It speaks
 * to the schema `sign_in` alone, as a role that sees nothing else. None of its HTTP routes is served: our forms call it, so that
 * they work without script and answer in the reader's language.
 */
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { twoFactor } from "better-auth/plugins";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

export type Library = ReturnType<typeof openLibrary>;

const DAY = 60 * 60 * 24;
const STAMPS = { createdAt: "created_at", updatedAt: "updated_at" };

/** Where sessions begin. What is proved by more than a password counts as a second factor. */
const OPENING = "/guidepost/open-session";
const TWO_FACTORS = ["/two-factor/verify-totp", "/two-factor/verify-backup-code", "/passkey/verify-authentication"];

const OpeningSchema = z.object({
  accountId: z.string(),
  /** Whoever vouches for the person asked for a second factor already. */
  secondFactor: z.boolean(),
});

/** A session for someone who has proved themselves elsewhere: to the district's own provider. */
const opening = {
  id: "guidepost-opening",
  endpoints: {
    openSessionOf: createAuthEndpoint(OPENING, { method: "POST", body: OpeningSchema }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(ctx.body.accountId);
      if (!user) throw new APIError("NOT_FOUND");
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json(null);
    }),
  },
};

/** The library asks for the code after a password. It is asked after the provider's word too, unless that counts for both. */
function codes() {
  const plugin = twoFactor({
    allowPasswordless: true,
    schema: {
      user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
      twoFactor: {
        modelName: "two_factor",
        fields: {
          userId: "user_id",
          backupCodes: "backup_codes",
          failedVerificationCount: "failed_verification_count",
          lockedUntil: "locked_until",
        },
      },
    },
  });
  const [challenge] = plugin.hooks.after;
  if (challenge === undefined) throw new Error("the library asks for the second factor in another way than before");
  const matcher: typeof challenge.matcher = (context) =>
    challenge.matcher(context) ||
    (context.path === OPENING && (context.body as z.infer<typeof OpeningSchema> | undefined)?.secondFactor !== true);
  return { ...plugin, hooks: { after: [{ ...challenge, matcher }] } };
}

const passkeys = (baseUrl: URL) =>
  passkey({
    rpID: baseUrl.hostname,
    rpName: "Guidepost",
    origin: baseUrl.origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    authentication: {
      // It stands for two factors only if the device asked for a finger, a face or a code.
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
      },
    },
    schema: {
      passkey: {
        modelName: "passkey",
        fields: {
          publicKey: "public_key",
          userId: "user_id",
          credentialID: "credential_id",
          deviceType: "device_type",
          backedUp: "backed_up",
          createdAt: "created_at",
        },
      },
    },
  });

export function openLibrary(database: Kysely<unknown>, secret: string, baseUrl: URL) {
  return betterAuth({
    secret,
    baseURL: baseUrl.origin,
    database: { db: database.withSchema("sign_in") as Kysely<unknown>, type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "guidepost",
      useSecureCookies: baseUrl.protocol === "https:",
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: ["x-guidepost-address"] },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    user: { modelName: "account_holder", fields: { emailVerified: "email_verified", ...STAMPS } },
    session: {
      expiresIn: 14 * DAY,
      updateAge: DAY,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...STAMPS,
      },
      additionalFields: {
        secondFactor: { type: "boolean", fieldName: "second_factor", required: false, input: false },
      },
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...STAMPS,
      },
    },
    verification: { fields: { expiresAt: "expires_at", ...STAMPS } },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const path = context?.path ?? "";
            const vouched = path === OPENING && context?.body?.secondFactor === true;
            return { data: { ...session, secondFactor: vouched || TWO_FACTORS.includes(path) } };
          },
        },
      },
    },
    plugins: [opening, codes(), passkeys(baseUrl)],
  });
}
