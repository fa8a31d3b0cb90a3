/** Recording that the board adopted a plan: of exactly which text, moved by whom, and how each voted. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { WholeFingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { Member } from "../motion.ts";
import { DayForm } from "./day-form.tsx";
import { MotionFields, NoBoard } from "./motion-fields.tsx";

export interface AdoptionPageProps {
  slug: string;
  title: string;
  n: number;
  fingerprint: string;
  on: string;
  today: string;
  district: string;
  members: Member[];
  form: FormState;
}

export function AdoptionPage({ slug, title, n, fingerprint, on, today, district, members, form }: AdoptionPageProps) {
  const t = useTranslations("adoption");
  const { day } = useDates();
  const action = `/plan/${slug}/adoption`;
  return (
    <>
      <Finding voice="desk" over={<a href={`/plan/${slug}`}>{title}</a>} lede={t("adopt-lede", { n })}>
        {t("adopt-title", { title })}
      </Finding>
      <Notice says={t("exact-text", { n })}>
        <p>
          {t("fingerprint-is")} <WholeFingerprint value={fingerprint} />
        </p>
      </Notice>
      <DayForm action={action} label={t("meeting-day")} on={on} today={today} />
      {members.length === 0 ? (
        <NoBoard on={day(on)} />
      ) : (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="fingerprint" value={fingerprint} />
          <FormLayout>
            <MotionFields
              form={form}
              members={members}
              suggested={{ by: t("board-of", { district }), wording: t("adopt-wording", { title }) }}
            />
            <ActionRow>
              <Button first>{t("adopt-do")}</Button>
              <a href={`/plan/${slug}`}>{t("not-now")}</a>
            </ActionRow>
          </FormLayout>
        </form>
      )}
    </>
  );
}
