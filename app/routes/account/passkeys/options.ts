/** What a browser needs to make a passkey. Script asks for it; the challenge stays in a cookie. */
import { visitOf } from "#app/context.ts";
import { signedIn } from "#app/replies.ts";
import { factorHeaders, mayAddFactor } from "#app/second-factor.ts";
import type { Route } from "./+types/options.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  signedIn(context, request);
  const visit = visitOf(context);
  if (!(await mayAddFactor(visit))) return Response.json({ problem: "prove-first" }, { status: 403 });
  const made = await visit.installation.factors.passkeyOptions(factorHeaders(request));
  if (!made.ok) return Response.json({ problem: made.problem.kind }, { status: 403 });
  const { options, cookies } = made.value;
  const set = cookies.getSetCookie().map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return Response.json(options, { headers: [...set, ["Cache-Control", "no-store"]] });
}
