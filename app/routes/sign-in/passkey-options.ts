/** What a browser needs to ask for a passkey. Script asks for it; the challenge stays in a cookie. */
import { visitOf } from "#app/context.ts";
import { factorHeaders } from "#app/second-factor.ts";
import type { Route } from "./+types/passkey-options.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { factors } = visitOf(context).installation;
  const { options, cookies } = await factors.signInOptions(factorHeaders(request));
  const set = cookies.getSetCookie().map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return Response.json(options, { headers: [...set, ["Cache-Control", "no-store"]] });
}
