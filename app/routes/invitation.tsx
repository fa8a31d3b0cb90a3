/** The page of an invitation's link: who invites, and choosing a password. For whoever holds the link; no session is needed. */
import { data } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { problemAt, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { notFound } from "#app/replies.ts";
import { addressOf, goOn, openSession } from "#app/session.ts";
import { accept, readInvitation } from "#modules/people/invitations/accept.ts";
import { AcceptanceSchema } from "#modules/people/schema.ts";
import { ClosedInvitation, InvitationPage } from "#modules/people/ui/invitation-page.tsx";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import type { Route } from "./+types/invitation.ts";

/** Nothing of this page is kept, not even by the reader's own browser. */
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ params, context }: Route.LoaderArgs) {
  const { installation, district, account, now } = visitOf(context);
  if (district === null) notFound();
  const invitation = await readInvitation(installation, district.id, params.token, now);
  const about = { district: district.name, signedInAs: account?.email ?? null };
  if (invitation === null) return data({ ...about, invitation: null, closed: "unknown" as const }, { status: 404 });
  const { state } = invitation;
  if (state === "open") return { ...about, invitation, closed: null };
  return data({ ...about, invitation: null, closed: state }, { status: 410 });
}

const FIELDS = {
  "too-short": "password",
  "too-long": "password",
  "too-plain": "password",
  "password-wrong": "password",
};

export async function action({ request, params, context }: Route.ActionArgs) {
  const { installation, district, now } = visitOf(context);
  if (district === null) notFound();
  const { token } = params;
  const form = await readForm(request, AcceptanceSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);

  const invitation = await readInvitation(installation, district.id, token, now);
  // Whoever tries links, or the password of the account behind one, is slowed like whoever tries to sign in.
  const guesses = invitation === null || invitation.proof === "prove";
  const address = addressOf(request);
  const subjects = { account: invitation?.email ?? `link ${address}`, address };
  const minutes = guesses ? await installation.throttle.attempt(subjects, now) : 0;
  if (minutes > 0) {
    return refuseForm(form.typed, [{ field: "password", kind: "sign-in-too-often", values: { minutes } }], 429);
  }
  const { password } = form.value;
  const accepted = await accept(installation, district, token, password, now);
  if (!accepted.ok) {
    return refuseForm(form.typed, [problemAt(FIELDS, accepted.problem, { least: SHORTEST_PASSWORD })]);
  }
  if (guesses) await installation.throttle.succeeded(subjects);
  const opened = await openSession(installation, { email: accepted.value.email, password }, request);
  if (opened === null) throw new Error("the password that was just accepted does not open a session");
  return goOn("/home", opened);
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  const { invitation, closed, ...about } = loaderData;
  if (invitation === null) return <ClosedInvitation why={closed} />;
  return (
    <>
      <FormErrors refused={actionData} />
      <InvitationPage invitation={invitation} form={formState(actionData, t)} {...about} />
    </>
  );
}
