import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { PasswordField } from "#ui/password-field/password-field.tsx";
import type { InvitationState } from "../domain.ts";
import type { OpenInvitation } from "../invitations/accept.ts";

interface InvitationPageProps {
  invitation: OpenInvitation;
  district: string;
  signedInAs: string | null;
  form: FormState;
}

/** For someone who was sent a link: who wants what of me, and what do I do? */
export function InvitationPage({ invitation, district, signedInAs, form }: InvitationPageProps) {
  const t = useTranslations("people");
  const { dayOf } = useDates();
  const { name, email, inviter, expiresAt, proof } = invitation;
  const heading = proof === "replace" ? t("accept-replace-title", { name }) : t("accept-title", { name });
  return (
    <>
      <title>{t("accept-page")}</title>
      <Finding lede={t(`accept-${proof}`, { inviter: inviter ?? district, district, email })}>{heading}</Finding>
      {signedInAs !== null && signedInAs !== email && (
        <Notice says={t("accept-other", { signedInAs })}>
          <p>{t("accept-other-text", { email })}</p>
        </Notice>
      )}
      <form method="post" id="form" noValidate>
        <FormLayout>
          {/* Password managers learn here which address the password belongs to. */}
          <input type="hidden" name="email" value={email} autoComplete="username" />
          <PasswordField
            name="password"
            label={proof === "prove" ? t("accept-your-password") : t("accept-new-password")}
            hint={proof === "prove" ? undefined : t("password-rules", { least: SHORTEST_PASSWORD })}
            error={form.problem("password")}
            autoComplete={proof === "prove" ? "current-password" : "new-password"}
            required
          />
          <ActionRow>
            <Button first>{t("accept-button")}</Button>
          </ActionRow>
          <Note>{t("accept-until", { until: dayOf(expiresAt) })}</Note>
        </FormLayout>
      </form>
    </>
  );
}

/** For someone whose link does not work: why, and whom to ask. */
export function ClosedInvitation({ why }: { why: Exclude<InvitationState, "open"> | "unknown" }) {
  const t = useTranslations("people");
  return (
    <>
      <title>{t("closed-title")}</title>
      <Finding
        lede={t(`closed.${why}`)}
        stand={
          <ActionRow>
            <ButtonLink first={why === "accepted"} href="/sign-in">
              {t("sign-in")}
            </ButtonLink>
          </ActionRow>
        }
      >
        {t("closed-title")}
      </Finding>
    </>
  );
}
