import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import type { PresentedProvider } from "../../sign-on/present.ts";
import { ProviderFields } from "./provider-fields.tsx";
import { TestReport } from "./test-report.tsx";

interface ProviderPageProps {
  provider: PresentedProvider;
  form: FormState;
}

/** For the steward, with the provider's own console beside it: three steps, and then it is turned on. */
export function ProviderPage({ provider, form }: ProviderPageProps) {
  const t = useTranslations("signOn");
  const { id, name, state } = provider;
  return (
    <>
      <Finding over={<ProviderCrumb name={name} />} lede={t(`is-${state}`)} stand={<Ways provider={provider} />}>
        {name}
      </Finding>
      <TellThem provider={provider} />
      <Block heading={t("settings")} id="settings">
        <form method="post" id="form" noValidate>
          <FormLayout>
            <ProviderFields provider={provider} form={form} />
            <ActionRow>
              <Button first={state === "incomplete"}>{t("save")}</Button>
              <a href="/district/sign-on">{t("back")}</a>
            </ActionRow>
          </FormLayout>
        </form>
      </Block>
      <Block heading={t("test")} id="test">
        <Stack>
          <p>{t("test-lede")}</p>
          {provider.test && <TestReport report={provider.test} />}
          {state === "incomplete" ? (
            <Note>{t("test-first")}</Note>
          ) : (
            <ActionRow>
              <ButtonLink first={state === "untested"} href={`/sign-on/${id}?test`}>
                {t(provider.test ? "test-again" : "test-button")}
              </ButtonLink>
            </ActionRow>
          )}
        </Stack>
      </Block>
    </>
  );
}

export function ProviderCrumb({ name }: { name: string }) {
  const t = useTranslations("signOn");
  const district = useTranslations("district");
  return (
    <Crumb
      label={t("crumb")}
      steps={[
        { href: "/district", text: district("title") },
        { href: "/district/sign-on", text: t("title") },
        { text: name },
      ]}
    />
  );
}

function Ways({ provider: { id, state } }: { provider: PresentedProvider }) {
  const t = useTranslations("signOn");
  const remove = <a href={`/district/sign-on/${id}/removal`}>{t("remove")}</a>;
  if (state === "incomplete" || state === "untested") return <ActionRow>{remove}</ActionRow>;
  return (
    <form method="post" action={`/district/sign-on/${id}/switch`}>
      <ActionRow>
        <Button name="to" value={state === "on" ? "off" : "on"} first={state === "off"}>
          {t(state === "on" ? "turn-off" : "turn-on")}
        </Button>
        {remove}
      </ActionRow>
    </form>
  );
}

function TellThem({ provider: { kind, addresses } }: { provider: PresentedProvider }) {
  const t = useTranslations("signOn");
  const copied =
    kind === "saml"
      ? [
          { term: t("entity-id"), value: addresses.entityId },
          { term: t("acs-url"), value: addresses.acsUrl },
        ]
      : [{ term: t("redirect-uri"), value: addresses.redirectUri }];
  return (
    <Block heading={t("tell-them")} id="tell-them">
      <Stack>
        <p>{t(`tell-them-text.${kind}`)}</p>
        <Facts layout="stack" items={copied} />
      </Stack>
    </Block>
  );
}
