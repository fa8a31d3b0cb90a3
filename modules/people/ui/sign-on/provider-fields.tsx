import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { CheckBox } from "#ui/check-box/check-box.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { PresentedProvider } from "../../sign-on/present.ts";

interface ProviderFieldsProps {
  provider: PresentedProvider;
  form: FormState;
}

/** What a kind of provider must be told here; the presets know the rest. */
export function ProviderFields({ provider, form }: ProviderFieldsProps) {
  const t = useTranslations("signOn");
  const { kind, name, settings } = provider;
  const { typed, problem } = form;
  const isWritten = kind === "oidc" || kind === "entra";
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        hint={t("name-hint")}
        error={problem("name")}
        defaultValue={typed.name ?? name}
        autoComplete="off"
        required
      />
      {kind === "saml" ? (
        <SamlFields provider={provider} form={form} />
      ) : (
        <ClientFields provider={provider} form={form} />
      )}
      <TextField
        name="domains"
        label={t("domains")}
        hint={t("domains-hint")}
        error={problem("domains")}
        defaultValue={typed.domains ?? settings.domains}
        autoComplete="off"
        spellCheck={false}
        required
      />
      {isWritten && (
        <TextField
          name="emailClaim"
          label={t("email-claim")}
          hint={t("email-claim-hint")}
          optional={t("optional")}
          error={problem("emailClaim")}
          defaultValue={typed.emailClaim ?? settings.emailClaim}
          width="half"
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {kind === "oidc" && (
        <RadioGroup
          name="trust"
          legend={t("trust")}
          error={problem("trust")}
          defaultValue={typed.trust ?? settings.trust}
          options={[
            { value: "said", label: t("trust-said") },
            { value: "given", label: t("trust-given"), hint: t("trust-given-hint") },
          ]}
        />
      )}
      <CheckBox
        name="secondFactor"
        value="yes"
        label={t("second-factor")}
        hint={t("second-factor-hint")}
        defaultChecked={settings.secondFactor}
      />
    </>
  );
}

function ClientFields({ provider: { kind, settings, hasSecret }, form: { typed, problem } }: ProviderFieldsProps) {
  const t = useTranslations("signOn");
  const written = { autoComplete: "off", spellCheck: false, required: true };
  return (
    <>
      {kind === "oidc" && (
        <TextField
          name="issuer"
          type="url"
          label={t("issuer")}
          hint={t("issuer-hint")}
          error={problem("issuer")}
          defaultValue={typed.issuer ?? settings.issuer}
          {...written}
        />
      )}
      {kind === "entra" && (
        <TextField
          name="tenant"
          label={t("tenant")}
          hint={t("tenant-hint")}
          error={problem("tenant")}
          defaultValue={typed.tenant ?? settings.tenant}
          {...written}
        />
      )}
      <TextField
        name="clientId"
        label={t("client-id")}
        error={problem("clientId")}
        defaultValue={typed.clientId ?? settings.clientId}
        {...written}
      />
      <PasswordField
        name="clientSecret"
        label={t("client-secret")}
        hint={t(hasSecret ? "client-secret-kept" : "client-secret-hint")}
        error={problem("clientSecret")}
        autoComplete="new-password"
      />
    </>
  );
}

function SamlFields({ provider: { settings }, form: { typed, problem } }: ProviderFieldsProps) {
  const t = useTranslations("signOn");
  return (
    <>
      <TextArea
        name="metadata"
        label={t("metadata")}
        hint={t("metadata-hint")}
        error={problem("metadata")}
        defaultValue={typed.metadata ?? settings.metadata}
        rows={8}
        spellCheck={false}
        required
      />
      <TextField
        name="emailAttribute"
        label={t("email-attribute")}
        hint={t("email-attribute-hint")}
        optional={t("optional")}
        error={problem("emailAttribute")}
        defaultValue={typed.emailAttribute ?? settings.emailAttribute}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}
