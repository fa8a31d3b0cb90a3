/** Ends all of one's own sessions but this one. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { signedIn } from "#app/replies.ts";
import type { Route } from "./+types/sessions-end.ts";

export const loader = () => redirect("/account");

export async function action({ context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  await visitOf(context).installation.accounts.endAllSessions(account.id, account.session.id);
  return redirect("/account?said=sessions-ended");
}
