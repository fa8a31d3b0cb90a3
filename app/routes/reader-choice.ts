/** `/language/es` and `/theme/dark`: keeps the reader's choice on their own device and goes back to where they were. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { preferencesCookie, readPreferences } from "#app/middleware/preferences.ts";
import { localPath, notFound } from "#app/replies.ts";
import type { Route } from "./+types/reader-choice.ts";

export function loader({ request, params, context }: Route.LoaderArgs) {
  const before = readPreferences(request.headers.get("Cookie"));
  const { language, theme } = params;
  if (language !== undefined && language !== "en" && language !== "es") notFound();
  if (theme !== undefined && theme !== "auto" && theme !== "light" && theme !== "dark") notFound();
  const chosen = { language: language ?? before.language, theme: theme ?? before.theme };
  const secure = visitOf(context).installation.settings.baseUrl.protocol === "https:";
  const to = localPath(new URL(request.url).searchParams.get("to"), "/");
  return redirect(to, { headers: { "Set-Cookie": preferencesCookie(chosen, secure) } });
}
