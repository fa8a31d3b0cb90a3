/**
 * What a request carries. The server puts the installation in; the middleware adds the visit: who comes, from where, in which
 * language. Loaders and actions ask for `visitOf(context)` and nothing is global.
 */
import { createContext, type RouterContextProvider } from "react-router";
import type { Language } from "#locales/messages.ts";
import type { Translator } from "#locales/translator.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { Desk } from "#platform/db/desk.ts";
import type { Installation } from "#platform/installation.ts";
import type { Session } from "#platform/sign-in/accounts.ts";

export type Theme = "auto" | "light" | "dark";

export interface DistrictHere {
  id: string;
  name: string;
  language: Language;
  timeZone: string;
  isSample: boolean;
}

export interface Visit {
  installation: Installation;
  /** Null until the installation has been set up. */
  district: DistrictHere | null;
  actor: Actor;
  /** The actor's own desk. */
  desk: Desk;
  /** Whom this one views as, until when; `own` is who they are without it, and ends it. */
  viewing: { asId: string; name: string; untilAt: Date; own: { actor: Actor; desk: Desk } } | null;
  account: { id: string; email: string; session: Session } | null;
  /** Who is signed in and must show a second factor first: until then, the actor is no one. */
  owes: Actor | null;
  language: Language;
  theme: Theme;
  t: Translator;
  now: Date;
  /** The calendar day where the district is. */
  today: string;
  nonce: string;
  reference: string;
}

export const installationContext = createContext<Installation>();
export const visitContext = createContext<Visit>();

export const visitOf = (context: Readonly<RouterContextProvider>): Visit => context.get(visitContext);
