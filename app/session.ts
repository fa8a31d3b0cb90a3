/** Opening a session for a request, and the answer that carries its cookie. */
import { redirect } from "react-router";
import type { Installation } from "#platform/installation.ts";
import type { Login } from "#platform/sign-in/accounts.ts";

/** Where a request comes from, as the server saw it. */
export const addressOf = (request: Request): string => request.headers.get("x-guidepost-address") ?? "";

/** Headers that set the cookie, or null if address and password do not belong together. */
export function openSession({ accounts }: Installation, login: Login, request: Request): Promise<Headers | null> {
  const from = new Headers({
    "user-agent": (request.headers.get("User-Agent") ?? "").slice(0, 500),
    "x-guidepost-address": addressOf(request),
  });
  return accounts.openSession(login, from);
}

export const redirectWith = (to: string, cookies: Headers): Response =>
  redirect(to, { headers: new Headers(cookies.getSetCookie().map((cookie) => ["Set-Cookie", cookie])) });
