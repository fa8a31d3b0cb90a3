import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { DistrictFields } from "#modules/district/ui/district-fields.tsx";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout, FormPart } from "#ui/form-layout/form-layout.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Stops } from "#ui/stops/stops.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";

interface SetUpPageProps {
  form: FormState;
  /** Whoever sits at another machine proves that they may do this. */
  asksForCode: boolean;
  timeZone: string;
  language: string;
}

/** For the first person who comes to an empty installation: what is this, what do I do, and what comes after? */
export function SetUpPage({ form, asksForCode, ...guess }: SetUpPageProps) {
  const t = useTranslations("people");
  return (
    <>
      <title>{t("set-up-title")}</title>
      <Columns kind="lead">
        <div>
          <Finding over={t("set-up-over")} lede={t("set-up-lede")}>
            {t("set-up-title")}
          </Finding>
          <form method="post" action="/set-up" id="form" noValidate>
            <FormLayout>
              <FormPart legend={t("set-up-district")}>
                <DistrictFields form={form} nameField="district" now={guess} />
              </FormPart>
              <AboutSteward form={form} asksForCode={asksForCode} />
              <ActionRow>
                <Button first>{t("set-up-button")}</Button>
              </ActionRow>
            </FormLayout>
          </form>
        </div>
        <Stack>
          <h2>{t("set-up-way")}</h2>{" "}
          <Stops
            stops={[
              { heading: t("set-up-stop-1"), now: true, children: <p>{t("set-up-stop-1-text")}</p> },
              { heading: t("set-up-stop-2"), children: <p>{t("set-up-stop-2-text")}</p> },
              { heading: t("set-up-stop-3"), children: <p>{t("set-up-stop-3-text")}</p> },
              { heading: t("set-up-stop-4"), children: <p>{t("set-up-stop-4-text")}</p> },
            ]}
          />
        </Stack>
      </Columns>
    </>
  );
}

function AboutSteward({ form: { typed, problem }, asksForCode }: Pick<SetUpPageProps, "form" | "asksForCode">) {
  const t = useTranslations("people");
  return (
    <FormPart legend={t("set-up-steward")}>
      <TextField
        name="name"
        label={t("your-name")}
        error={problem("name")}
        defaultValue={typed.name}
        autoComplete="name"
        required
      />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("email-hint")}
        error={problem("email")}
        defaultValue={typed.email}
        autoComplete="username"
        spellCheck={false}
        required
      />
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("password-rules", { least: SHORTEST_PASSWORD })}
        error={problem("password")}
        autoComplete="new-password"
        required
      />
      {asksForCode && (
        <TextField
          name="code"
          label={t("set-up-code")}
          hint={t("set-up-code-hint")}
          error={problem("code")}
          autoComplete="off"
          spellCheck={false}
          width="half"
          required
        />
      )}
    </FormPart>
  );
}
