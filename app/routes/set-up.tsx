/** Setting an empty installation up. `/` shows the same page as long as there is no district. */
import { redirect } from "react-router";
import { visitOf } from "#app/context.ts";
import { firstRun, isFromHere, isSetUpCode } from "#app/first-run.ts";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FirstRun } from "#app/frames/first-run.tsx";
import { conflict } from "#app/replies.ts";
import { addressOf, goOn, openSession } from "#app/session.ts";
import { SetUpSchema } from "#modules/people/schema.ts";
import { setUp } from "#modules/people/set-up.ts";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import type { Route } from "./+types/set-up.ts";

/** Nothing of this page is kept, not even by the reader's own browser. */
export const headers = () => ({ "Cache-Control": "no-store" });

export function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  if (visit.district !== null) throw redirect("/");
  return firstRun(visit, request);
}

const FIELDS = { "email-taken": "email", "too-short": "password", "too-long": "password", "too-plain": "password" };

export async function action({ request, context }: Route.ActionArgs) {
  const { installation, now, t } = visitOf(context);
  const form = await readForm(request.clone(), SetUpSchema);
  if (!isFromHere(request)) {
    const address = addressOf(request);
    const subjects = { account: `set-up ${address}`, address };
    const minutes = await installation.throttle.attempt(subjects, now);
    if (minutes > 0)
      return refuseForm(form.typed, [{ field: "code", kind: "code-too-often", values: { minutes } }], 429);
    const code = String((await request.formData()).get("code") ?? "");
    if (!isSetUpCode(code, installation.setUpCode))
      return refuseForm(form.typed, [{ field: "code", kind: "code-wrong" }]);
    await installation.throttle.succeeded(subjects);
  }
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);

  const done = await setUp(installation, form.value, now);
  if (!done.ok) {
    if (done.problem.kind === "already-set-up") conflict(t("people.already-set-up"), "/sign-in");
    return refuseForm(form.typed, [problemAt(FIELDS, done.problem, { least: SHORTEST_PASSWORD })]);
  }
  const opened = await openSession(installation, form.value, request);
  return opened === null ? redirect("/sign-in") : goOn("/home", opened);
}

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  return <FirstRun {...loaderData} refused={actionData} />;
}
