import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";

export interface LinkPageProps {
  person: { id: string; name: string; email: string };
  link: string;
  expiresAt: Date;
  isNew: boolean;
  mail: "sent" | "not-sent" | "no-server";
}

/** For the steward, right after inviting: here is the link; what do I do with it? */
export function LinkPage({ person, link, expiresAt, isNew, mail }: LinkPageProps) {
  const t = useTranslations("people");
  const { dayOf } = useDates();
  const { name, email } = person;
  const heading = isNew ? t("link-invited", { name }) : t("link-again", { name });
  return (
    <>
      <title>{heading}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/people", text: t("people-title") },
              { href: `/people/${person.id}`, text: name },
              { text: t("link") },
            ]}
          />
        }
        lede={t(`link-mail-${mail}`, { email, name })}
      >
        {heading}
      </Finding>
      <FormLayout>
        <TextArea name="link" label={t("link")} hint={t("link-copy")} defaultValue={link} rows={3} />
        <Notice says={t("link-once")}>
          <p>{t("link-once-text", { until: dayOf(expiresAt) })}</p>
        </Notice>
        <ActionRow>
          <ButtonLink first href={`/people/${person.id}`}>
            {t("link-on", { name })}
          </ButtonLink>
          <a href="/people/invitation">{t("invite-another")}</a>
        </ActionRow>
        <Note>{isNew ? t("link-what-new", { name }) : t("link-what-again", { name })}</Note>
      </FormLayout>
    </>
  );
}
