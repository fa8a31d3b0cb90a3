/** One way to sign in: what the provider must be told, its settings here, and its test. */
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { type FormProblem, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { idIn, mustBeAllowed, notFound, staffVisit } from "#app/replies.ts";
import { tripHouse } from "#app/sign-on.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { maySetSignOn } from "#modules/people/policy.ts";
import { changeProvider } from "#modules/people/sign-on/commands.ts";
import type { Provider } from "#modules/people/sign-on/domain.ts";
import { presentProvider } from "#modules/people/sign-on/present.ts";
import { findProvider } from "#modules/people/sign-on/queries.ts";
import { PROVIDER_SCHEMAS, type ProviderInput, readInput } from "#modules/people/sign-on/schema.ts";
import { addressesOf } from "#modules/people/sign-on/trip.ts";
import { ProviderPage } from "#modules/people/ui/sign-on/provider-page.tsx";
import { discover } from "#platform/sign-in/provider/oidc.ts";
import type { Outside } from "#platform/sign-in/provider/outside.ts";
import { readMetadata } from "#platform/sign-in/provider/saml.ts";
import type { Route } from "./+types/provider.ts";

async function find({ params, context, request }: Pick<Route.LoaderArgs, "params" | "context" | "request">) {
  const visit = staffVisit(context, request);
  mustBeAllowed(visit, maySetSignOn(visit.actor, visit.actor));
  const id = idIn(params.id);
  const provider = (await visit.desk.read((tx) => findProvider(tx, visit.district.id, id))) ?? notFound();
  const { identities } = visit.installation;
  return { visit, provider, hasSecret: (await identities.readSecret(visit.district.id, id)) !== null };
}

export async function loader(args: Route.LoaderArgs) {
  const { visit, provider, hasSecret } = await find(args);
  return presentProvider(provider, addressesOf(tripHouse(visit).baseUrl, provider.id), hasSecret);
}

export async function action(args: Route.ActionArgs) {
  const { visit, provider, hasSecret } = await find(args);
  const { actor, desk, installation } = visit;
  const form = await readForm(args.request, PROVIDER_SCHEMAS[provider.kind]);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const input = form.value as ProviderInput;
  const secret = input.clientSecret ?? null;
  if (provider.kind !== "saml" && secret === null && !hasSecret) {
    return refuseForm(form.typed, [{ field: "clientSecret", kind: "client-secret-missing" }]);
  }
  const read = await readIssuer(installation.outside, provider, input);
  if (!read.ok) return refuseForm(form.typed, [read.problem]);
  const { name, domains, secondFactor } = input;
  const change = { ...read.value, name, domains, secondFactor, newSecret: secret !== null };
  const changed = await desk.write((tx) => changeProvider(tx, actor, provider.id, change));
  if (!changed.ok) notFound();
  if (secret !== null) await installation.identities.keepSecret(actor.districtId, provider.id, secret);
  const after = await desk.read((tx) => findProvider(tx, actor.districtId, provider.id));
  return redirect(`/district/sign-on/${provider.id}?said=${after?.enabled ? "saved-on" : "saved"}#test`);
}

/** Asks the provider what it calls itself, so that a wrong address is told where it was written. */
async function readIssuer(
  outside: Outside,
  { kind }: Provider,
  input: ProviderInput,
): Promise<Result<ReturnType<typeof readInput>, FormProblem>> {
  const read = readInput(kind, input);
  if (kind === "saml") {
    const metadata = readMetadata(input.metadata ?? "");
    if (!metadata.ok) return refuse({ field: "metadata", kind: "metadata-wrong" });
    return ok({ ...read, issuer: metadata.value.issuer });
  }
  const found = await discover(outside, read.issuer);
  if (found.ok) return ok({ ...read, issuer: found.value.issuer });
  const field = kind === "oidc" ? "issuer" : kind === "entra" ? "tenant" : "form";
  return refuse({ field, kind: found.problem.kind });
}

export default function SignOnProvider({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("signOn");
  return (
    <>
      <title>{loaderData.name}</title>
      <Said from="signOn" />
      <FormErrors refused={actionData} words={t} />
      <ProviderPage provider={loaderData} form={formState(actionData, t)} />
    </>
  );
}
