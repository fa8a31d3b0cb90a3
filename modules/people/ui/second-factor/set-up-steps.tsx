import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { QrCode } from "#ui/qr-code/qr-code.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { FactorCrumb } from "./factor-crumb.tsx";

interface PasswordStepProps {
  title: string;
  lede: string;
  button: string;
  hasPassword: boolean;
  email: string;
  form: FormState;
  /** Who has no password shows a code. */
  asksCode?: boolean;
}

/** It is really they who ask: the password, or where there is none, a code. */
export function PasswordStep({ title, lede, button, hasPassword, email, form, asksCode = false }: PasswordStepProps) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <Finding over={<FactorCrumb here={title} />} lede={lede}>
        {title}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          {/* Password managers learn here which address the password belongs to. */}
          <input type="hidden" name="email" value={email} autoComplete="username" />
          {hasPassword && (
            <PasswordField
              name="password"
              label={t("set-up-password")}
              hint={t("set-up-password-hint")}
              error={form.problem("password")}
              autoComplete="current-password"
              required
            />
          )}
          {asksCode && <CodeField label={t("give-up-code")} form={form} />}
          <ActionRow>
            <Button first>{button}</Button>
            <a href="/account/second-factor">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}

function CodeField({ label, form }: { label: string; form: FormState }) {
  return (
    <TextField
      name="code"
      label={label}
      error={form.problem("code")}
      inputMode="numeric"
      autoComplete="one-time-code"
      width="short"
      spellCheck={false}
      required
    />
  );
}

/** In groups of four, as one reads it aloud. */
const keyIn = (uri: string): string => (/[?&]secret=([A-Z2-7]+)/.exec(uri)?.[1] ?? "").replace(/.{4}(?=.)/g, "$& ");

/** The picture, the key in words, and the first code. */
export function ScanStep({ uri, form }: { uri: string; form: FormState }) {
  const t = useTranslations("secondFactor");
  return (
    <>
      <Finding over={<FactorCrumb here={t("set-up-title")} />}>{t("set-up-title")}</Finding>
      <Block heading={t("scan")} id="scan">
        <Stack>
          <QrCode text={uri} label={t("scan-alt")} />
          <Facts layout="stack" items={[{ term: t("key"), value: keyIn(uri) }]} />
        </Stack>
      </Block>
      <Block heading={t("confirm")} id="confirm">
        <form method="post" id="form" noValidate>
          <FormLayout>
            <input type="hidden" name="uri" value={uri} />
            <CodeField label={t("code")} form={form} />
            <ActionRow>
              <Button first>{t("confirm-button")}</Button>
              <a href="/account/second-factor">{t("back")}</a>
            </ActionRow>
          </FormLayout>
        </form>
      </Block>
    </>
  );
}
