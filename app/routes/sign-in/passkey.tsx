/** Signing in by a passkey. It needs script, which the page says where there is none. */
import { startAuthentication } from "@simplewebauthn/browser";
import { redirect, useSearchParams } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { readForm, refuseForm } from "#app/form.ts";
import { FormErrors } from "#app/frames/form-errors.tsx";
import { localPath } from "#app/replies.ts";
import { factorHeaders } from "#app/second-factor.ts";
import { addressOf, redirectWith } from "#app/session.ts";
import { PasskeyAnswerSchema } from "#modules/people/schema.ts";
import { AskBrowser } from "#modules/people/ui/second-factor/ask-browser.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import type { Route } from "./+types/passkey.ts";

export const handle = { script: true };
export const headers = () => ({ "Cache-Control": "no-store" });

const goalOf = (request: Request): string => localPath(new URL(request.url).searchParams.get("to"), "/home");

export function loader({ context, request }: Route.LoaderArgs) {
  const { account, district, owes } = visitOf(context);
  if (district === null) throw redirect("/");
  // Whoever is signed in and still owes a second factor shows it here.
  if (account !== null && owes === null) throw redirect(goalOf(request));
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { installation, now, account } = visitOf(context);
  const form = await readForm(request, PasskeyAnswerSchema);
  const refused = (kind: string, status = 422) => refuseForm({}, [{ field: "form", kind }], status);
  if (!form.ok) return refused("passkey-refused");
  const address = addressOf(request);
  const headers = factorHeaders(request);
  const minutes = await installation.throttle.attempt(
    { account: `passkey ${form.value.response.slice(0, 200)}`, address },
    now,
  );
  if (minutes > 0) return refuseForm({}, [{ field: "form", kind: "too-often", values: { minutes } }], 429);
  const response = parse(form.value.response);
  const opened = response === null ? null : await installation.factors.signInByPasskey(headers, response);
  if (!opened?.ok) return refused("passkey-refused");
  if (account !== null) await installation.accounts.endSession(account.id, account.session.id);
  return redirectWith(goalOf(request), opened.value);
}

function parse(text: string): object | null {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

export default function Passkey({ actionData }: Route.ComponentProps) {
  const t = useTranslations("secondFactor");
  const to = useSearchParams()[0].get("to");
  return (
    <>
      <title>{t("passkey-use")}</title>
      <FormErrors refused={actionData} words={t} />
      <Finding lede={t("passkey-use-lede")}>{t("passkey-use")}</Finding>
      <form
        method="post"
        action={to === null ? "/sign-in/passkey" : `/sign-in/passkey?to=${encodeURIComponent(to)}`}
        id="form"
      >
        <FormLayout>
          <AskBrowser options="/sign-in/passkey/options" ask={(optionsJSON) => startAuthentication({ optionsJSON })}>
            {t("passkey-use")}
          </AskBrowser>
          <a href="/sign-in">{t("answer-again")}</a>
        </FormLayout>
      </form>
    </>
  );
}
