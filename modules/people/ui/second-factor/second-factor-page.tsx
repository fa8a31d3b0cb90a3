import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { FactorCrumb } from "./factor-crumb.tsx";

interface SecondFactorPageProps {
  /** An authenticator gives codes. */
  codes: boolean;
  passkeys: number;
  /** Another may be set up now. */
  mayAdd: boolean;
  /** The district that asks for one before anything else; null if none does, or it was shown. */
  askedBy: string | null;
}

/** For oneself: how do I show that it is me, besides a password? */
export function SecondFactorPage({ codes, passkeys, mayAdd, askedBy }: SecondFactorPageProps) {
  const t = useTranslations("secondFactor");
  const lede = codes ? t("lede-on") : passkeys > 0 ? t("lede-passkey") : t("lede-none");
  return (
    <>
      <Finding over={<FactorCrumb />} lede={lede}>
        {t("title")}
      </Finding>
      {askedBy !== null && <Asked codes={codes} passkeys={passkeys} askedBy={askedBy} />}
      <Block heading={t("authenticator")} id="authenticator">
        <Stack>
          <p>{t(codes ? "authenticator-on" : "authenticator-off")}</p>
          <ActionRow>
            {!codes && mayAdd && (
              <ButtonLink first href="/account/second-factor/set-up">
                {t("set-up")}
              </ButtonLink>
            )}
            {codes && askedBy === null && (
              <>
                <ButtonLink href="/account/second-factor/codes">{t("renew")}</ButtonLink>
                <a href="/account/second-factor/removal">{t("give-up")}</a>
              </>
            )}
          </ActionRow>
        </Stack>
      </Block>
      <Block heading={t("passkeys")} id="passkeys">
        <Stack>
          <p>{t("passkey-lede")}</p>
          <ActionRow>
            <ButtonLink href="/account/passkeys">{t("passkey-list")}</ButtonLink>
          </ActionRow>
        </Stack>
      </Block>
    </>
  );
}

function Asked({ codes, passkeys, askedBy }: { codes: boolean; passkeys: number; askedBy: string }) {
  const t = useTranslations("secondFactor");
  const isPasskey = !codes && passkeys > 0;
  return (
    <Notice says={t(isPasskey ? "needed-passkey" : "needed", { district: askedBy })}>
      {codes && <p>{t("needed-again")}</p>}
      <form method="post" action="/sign-out">
        <ActionRow>
          {isPasskey && (
            <ButtonLink first href="/sign-in/passkey">
              {t("passkey-use")}
            </ButtonLink>
          )}
          <SignOut />
        </ActionRow>
      </form>
    </Notice>
  );
}

function SignOut() {
  const common = useTranslations("common");
  return <Button plain>{common("sign-out")}</Button>;
}
