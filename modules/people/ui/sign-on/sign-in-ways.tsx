import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "#ui/button/button.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";

interface SignInWaysProps {
  providers: readonly { id: string; name: string }[];
  /** Where to go on to. */
  to: string | null;
  /** A password may be used instead. */
  orPassword: boolean;
}

/** The district's own ways to sign in, before the password. */
export function SignInWays({ providers, to, orPassword }: SignInWaysProps) {
  const t = useTranslations("signOn");
  if (providers.length === 0) return null;
  const query = to === null ? "" : `?to=${encodeURIComponent(to)}`;
  return (
    <Stack room="tight">
      {providers.map(({ id, name }) => (
        <div key={id}>
          <ButtonLink first href={`/sign-on/${id}${query}`}>
            {t("sign-in-with", { name })}
          </ButtonLink>
        </div>
      ))}
      {orPassword && <Note>{t("or-password")}</Note>}
    </Stack>
  );
}

export function StewardPassword({ children }: { children: ReactNode }) {
  const t = useTranslations("signOn");
  return <Disclosure summary={t("steward-password")}>{children}</Disclosure>;
}
