/** Ends viewing as another. A form on every page posts here. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { notFound, signedIn } from "#app/replies.ts";
import { endViewing } from "#modules/people/viewing/commands.ts";
import type { Route } from "./+types/viewing-end.ts";

export function loader() {
  notFound();
}

export async function action({ request, context }: Route.ActionArgs) {
  const { session } = signedIn(context, request);
  const { viewing, now } = visitOf(context);
  // It may have ended by itself, or in another window.
  if (viewing === null) return redirect("/home");
  const { actor, desk } = viewing.own;
  await desk.write((tx) => endViewing(tx, actor, { sessionId: session.id, now }));
  return redirect(`/people/${viewing.asId}?said=viewing-ended`);
}
