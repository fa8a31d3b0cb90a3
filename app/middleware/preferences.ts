/** Language and theme that a reader chose, kept in one plain cookie on their own device. It names no one. */
import type { Theme } from "#app/context.ts";

const NAME = "guidepost-reader";
const YEAR = 60 * 60 * 24 * 365;

export interface Preferences {
  language: string | undefined;
  theme: Theme;
}

export function readPreferences(cookies: string | null): Preferences {
  const value = /(?:^|;\s*)guidepost-reader=([a-z.]*)/.exec(cookies ?? "")?.[1] ?? "";
  const [language, theme] = value.split(".");
  return { language: language || undefined, theme: theme === "light" || theme === "dark" ? theme : "auto" };
}

export function preferencesCookie({ language, theme }: Preferences, secure: boolean): string {
  return `${NAME}=${language ?? ""}.${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}
