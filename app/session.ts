/** Opening a session for a request, and the answer that carries its cookie. */
import { redirect } from "react-router";
import type { Installation } from "#platform/installation.ts";
import type { Login, Opened } from "#platform/sign-in/accounts.ts";

/** Where a request comes from, as the server saw it. */
export const addressOf = (request: Request): string => request.headers.get("x-guidepost-address") ?? "";

/** What a session remembers of where it was opened, and no more of the request than that. */
export const fromHere = (request: Request): Headers =>
  new Headers({
    "user-agent": (request.headers.get("User-Agent") ?? "").slice(0, 500),
    "x-guidepost-address": addressOf(request),
  });

/** Null if address and password do not belong together. */
export const openSession = ({ accounts }: Installation, login: Login, request: Request): Promise<Opened | null> =>
  accounts.openSession(login, fromHere(request));

/** On to where one wanted to go, by way of the question for a code where there is one. */
export const goOn = (to: string, { cookies, asksForCode }: Opened): Response =>
  redirectWith(asksForCode ? `/sign-in/code?to=${encodeURIComponent(to)}` : to, cookies);

export const redirectWith = (to: string, cookies: Headers): Response =>
  redirect(to, { headers: new Headers(cookies.getSetCookie().map((cookie) => ["Set-Cookie", cookie])) });
