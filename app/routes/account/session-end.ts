/** Ends one of one's own sessions. One that has ended meanwhile is what was wanted. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { signedIn } from "#app/replies.ts";
import type { Route } from "./+types/session-end.ts";

export const loader = () => redirect("/account");

export async function action({ params, context, request }: Route.ActionArgs) {
  const account = signedIn(context, request);
  await visitOf(context).installation.accounts.endSession(account.id, params.id);
  return redirect("/account?said=session-ended");
}
