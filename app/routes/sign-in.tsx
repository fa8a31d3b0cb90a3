/** Signing in by e-mail and password. */
import { redirect, useSearchParams } from "react-router";
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { type RefusedForm, readForm, refuseForm } from "#app/form.ts";
import { FormErrors, problemOf } from "#app/frames/form-errors.tsx";
import { localPath } from "#app/replies.ts";
import { addressOf, goOn, openSession } from "#app/session.ts";
import { passwordCounts, waysIn } from "#app/sign-on.ts";
import { CAST, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { SignInSchema } from "#modules/people/schema.ts";
import { SignInWays, StewardPassword } from "#modules/people/ui/sign-on/sign-in-ways.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Route } from "./+types/sign-in.ts";

/** Nothing of this page is kept, not even by the reader's own browser. */
export const headers = () => ({ "Cache-Control": "no-store" });

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = visitOf(context);
  const { account, district } = visit;
  const to = localPath(new URL(request.url).searchParams.get("to"), "/home");
  if (district === null) throw redirect("/");
  if (account !== null) throw redirect(to);
  return { isSample: district.isSample, ...(await waysIn(visit, district)) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context);
  const { installation, now, district } = visit;
  if (district === null) throw redirect("/");
  const form = await readForm(request, SignInSchema);
  if (!form.ok) return refuseForm(form.typed, form.problem.problems);
  const login = form.value;
  const subjects = { account: login.email, address: addressOf(request) };
  const minutes = await installation.throttle.attempt(subjects, now);
  if (minutes > 0)
    return refuseForm(form.typed, [{ field: "form", kind: "sign-in-too-often", values: { minutes } }], 429);

  if (!(await passwordCounts(visit, district, login.email))) {
    const account = (await installation.accounts.findAccount(login.email)) ?? "";
    const proved = await installation.accounts.isPasswordOf(account, login.password);
    return refuseForm(form.typed, [{ field: "email", kind: proved ? "password-off" : "sign-in-wrong" }]);
  }
  const opened = await openSession(installation, login, request);
  if (opened === null) return refuseForm(form.typed, [{ field: "email", kind: "sign-in-wrong" }]);
  await installation.throttle.succeeded(subjects);
  return goOn(localPath(new URL(request.url).searchParams.get("to"), "/home"), opened);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTranslations("people");
  const to = useSearchParams()[0].get("to");
  const { providers, passwords } = loaderData;
  return (
    <>
      <title>{t("sign-in-title")}</title>
      <FormErrors refused={actionData} />
      <Columns kind="lead">
        <div>
          <Finding lede={t("sign-in-lede")}>{t("sign-in-title")}</Finding>
          <Stack room="wide">
            <SignInWays providers={providers} to={to} orPassword={passwords === "everyone"} />
            {passwords === "everyone" || actionData ? (
              <PasswordForm to={to} refused={actionData} alone={providers.length === 0} />
            ) : (
              <StewardPassword>
                <PasswordForm to={to} refused={actionData} alone />
              </StewardPassword>
            )}
          </Stack>
        </div>
        {loaderData.isSample ? <SampleSignIns /> : <Note>{t("sign-in-help")}</Note>}
      </Columns>
    </>
  );
}

interface PasswordFormProps {
  to: string | null;
  refused: RefusedForm | undefined;
  /** Nothing else is offered. */
  alone: boolean;
}

function PasswordForm({ to, refused, alone }: PasswordFormProps) {
  const t = useTranslations("people");
  return (
    <form
      method="post"
      action={to === null ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`}
      id="form"
      noValidate
    >
      <FormLayout>
        <TextField
          name="email"
          type="email"
          label={t("email")}
          error={problemOf(refused, "email", t)}
          defaultValue={refused?.typed.email}
          autoComplete="username"
          spellCheck={false}
          required
        />
        <PasswordField
          name="password"
          label={t("password")}
          error={problemOf(refused, "password", t)}
          autoComplete="current-password"
          required
        />
        <ActionRow>
          <Button first={alone}>{t("sign-in")}</Button>
          <a href={to === null ? "/sign-in/passkey" : `/sign-in/passkey?to=${encodeURIComponent(to)}`}>
            {t("use-passkey")}
          </a>
        </ActionRow>
      </FormLayout>
    </form>
  );
}

/** The sample district is there to be looked at: its people and their password are no secret. */
function SampleSignIns() {
  const t = useTranslations("people");
  return (
    <Notice says={t("sample-says")}>
      <p>{t.rich("sample-password", { password: SAMPLE_PASSWORD, strong: (words) => <strong>{words}</strong> })}</p>
      <Facts
        layout="stack"
        items={[CAST.wren, CAST.ines, CAST.joon].map(({ name, title, email }) => ({
          key: email,
          term: `${name}, ${title}`,
          value: email,
        }))}
      />
    </Notice>
  );
}
