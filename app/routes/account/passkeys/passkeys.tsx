/** One's own passkeys: those there are, and another. Adding one needs script. */
import { startRegistration } from "@simplewebauthn/browser";
import { redirect } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors, formState } from "#app/frames/form-errors.tsx";
import { Said } from "#app/frames/said.tsx";
import { signedIn } from "#app/replies.ts";
import { factorHeaders, mayAddFactor, recordFactor } from "#app/second-factor.ts";
import { NewPasskeySchema } from "#modules/people/schema.ts";
import { AskBrowser } from "#modules/people/ui/second-factor/ask-browser.tsx";
import { FactorCrumb } from "#modules/people/ui/second-factor/factor-crumb.tsx";
import { PasskeyTable } from "#modules/people/ui/second-factor/passkey-table.tsx";
import { Block } from "#ui/block/block.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/passkeys.ts";

export const handle = { script: true };

export async function loader({ context, request }: Route.LoaderArgs) {
  const account = signedIn(context, request);
  const { passkeys } = await visitOf(context).installation.factors.stateOf(account.id);
  return { passkeys };
}

export async function action({ context, request }: Route.ActionArgs) {
  signedIn(context, request);
  const visit = visitOf(context);
  const form = await readForm(request, NewPasskeySchema);
  if (!form.ok) return refuseForm({ name: form.typed.name ?? "" }, form.problem.problems);
  const { name, response } = form.value;
  const refused = (kind: string) => refuseForm({ name }, [{ field: "form", kind }]);
  if (!(await mayAddFactor(visit))) return refused("prove-first");
  const answer = parse(response);
  if (answer === null) return refused("passkey-refused");
  const added = await visit.installation.factors.addPasskey(factorHeaders(request), answer, name);
  if (!added.ok) return refused(added.problem.kind);
  await recordFactor(visit, "add-passkey");
  return redirect("/account/passkeys?said=passkey-added");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  const { typed, problem } = formState(actionData, t);
  return (
    <>
      <title>{t("passkeys")}</title>
      <Said from="secondFactor" />
      <FormErrors refused={actionData} words={t} />
      <Finding over={<FactorCrumb of="passkeys" />} lede={t("passkey-lede")}>
        {t("passkeys")}
      </Finding>
      <Block heading={t("passkey-list")} id="list">
        <PasskeyTable passkeys={loaderData.passkeys} />
      </Block>
      <Block heading={t("passkey-add")} id="add">
        <form method="post" id="form" noValidate>
          <FormLayout>
            <TextField
              name="name"
              label={t("passkey-name")}
              hint={t("passkey-name-hint")}
              error={problem("name")}
              defaultValue={typed.name}
              width="half"
              autoComplete="off"
              required
            />
            <AskBrowser options="/account/passkeys/options" ask={(optionsJSON) => startRegistration({ optionsJSON })}>
              {t("passkey-add")}
            </AskBrowser>
          </FormLayout>
        </form>
      </Block>
    </>
  );
}
