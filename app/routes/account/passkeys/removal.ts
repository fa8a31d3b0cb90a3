/** Removes one of one's own passkeys. A form posts here. One that is gone already is what was wanted. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { notFound, signedIn } from "#app/replies.ts";
import { recordFactor } from "#app/second-factor.ts";
import type { Route } from "./+types/removal.ts";

export const loader = () => redirect("/account/passkeys");

export async function action({ params, context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  const visit = visitOf(context);
  // Who still owes a second factor does not take the one away that would show it.
  if (visit.owes !== null) notFound();
  if (await visit.installation.factors.removePasskey(account.id, params.id))
    await recordFactor(visit, "remove-passkey");
  return redirect("/account/passkeys?said=passkey-removed");
}
