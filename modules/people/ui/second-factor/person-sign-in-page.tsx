import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";

interface PersonSignInPageProps {
  id: string;
  name: string;
  codes: boolean;
  passkeys: number;
  identities: readonly { issuer: string; subject: string; email: string | null; linkedAt: Date }[];
  form: FormState;
}

/** For the steward whom someone asks for help: what do they sign in with, and what can be undone? */
export function PersonSignInPage({ id, name, codes, passkeys, identities, form }: PersonSignInPageProps) {
  const t = useTranslations("secondFactor");
  const people = useTranslations("people");
  return (
    <>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: people("people-title") },
              { href: `/people/${id}`, text: name },
              { text: t("ways-crumb") },
            ]}
          />
        }
        lede={t("ways-lede")}
      >
        {t("ways", { name })}
      </Finding>
      <Identities identities={identities} form={form} />
      <Block heading={t("ways-factor")} id="factor">
        {!codes && passkeys === 0 ? (
          <p>{t("ways-factor-none")}</p>
        ) : (
          <Stack>
            <p>{t("ways-factor-has", { codes: codes ? "yes" : "no", passkeys })}</p>
            <Reason id="because" form={form} hint={t("ways-reset-hint")} button={t("ways-reset")} />
          </Stack>
        )}
      </Block>
    </>
  );
}

function Identities({ identities, form }: Pick<PersonSignInPageProps, "identities" | "form">) {
  const t = useTranslations("secondFactor");
  const { dayOf } = useDates();
  return (
    <Block heading={t("ways-identities")} id="identities">
      {identities.length === 0 ? (
        <p>{t("ways-none")}</p>
      ) : (
        <Stack room="wide">
          {identities.map(({ issuer, subject, email, linkedAt }) => (
            <Stack key={issuer} room="tight">
              <p>{t("ways-identity", { issuer, email: email ?? subject, on: dayOf(linkedAt) })}</p>
              <Note>{t("ways-subject", { subject })}</Note>
              <Reason
                id={`because-${issuer}`}
                issuer={issuer}
                form={form}
                hint={t("ways-untie-hint")}
                button={t("ways-untie")}
              />
            </Stack>
          ))}
        </Stack>
      )}
    </Block>
  );
}

interface ReasonProps {
  id: string;
  issuer?: string;
  hint: string;
  button: string;
  form: FormState;
}

/** What is undone is undone with a reason. */
function Reason({ id, issuer, hint, button, form }: ReasonProps) {
  const t = useTranslations("secondFactor");
  const isThis = form.typed.of === undefined || form.typed.of === (issuer === undefined ? "reset" : "untie");
  return (
    <form method="post" noValidate>
      <FormLayout>
        <Note>{hint}</Note>
        {issuer !== undefined && <input type="hidden" name="issuer" value={issuer} />}
        <TextField
          name="because"
          id={id}
          label={t("because")}
          hint={t("because-hint")}
          error={isThis ? form.problem("because") : undefined}
          autoComplete="off"
          required
        />
        <ActionRow>
          <Button>{button}</Button>
        </ActionRow>
      </FormLayout>
    </form>
  );
}
