/** Ends the session. A form posts here, so that no link or picture can sign anyone out. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { notFound } from "#app/replies.ts";
import { endViewing } from "#modules/people/viewing/commands.ts";
import type { Route } from "./+types/sign-out.ts";

export function loader() {
  notFound();
}

export async function action({ request, context }: Route.ActionArgs) {
  const { installation, viewing, account, now } = visitOf(context);
  if (viewing !== null && account !== null) {
    const { actor, desk } = viewing.own;
    await desk.write((tx) => endViewing(tx, actor, { sessionId: account.session.id, now }));
  }
  const { accounts } = installation;
  const cookies = await accounts.closeSession(new Headers({ cookie: request.headers.get("Cookie") ?? "" }));
  return redirect("/", { headers: new Headers(cookies.getSetCookie().map((cookie) => ["Set-Cookie", cookie])) });
}
