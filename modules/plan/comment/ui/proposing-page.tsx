/** Where those who keep a plan propose its draft, and take the proposal back. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { READ_WITHIN_DAYS } from "../domain.ts";
import type { ProposalView } from "../present.ts";

export interface ProposingView {
  slug: string;
  title: string;
  isPublic: boolean;
  today: string;
  /** The draft, to be proposed exactly as it was looked at; null: there is none, or it is proposed already. */
  draft: { n: number; seen: string } | null;
  proposed: (ProposalView & { isShown: boolean; waiting: number; read: number }) | null;
}

export function ProposingPage({ form, ...view }: ProposingView & { form: FormState }) {
  const t = useTranslations("comment.staff");
  const { slug, title, draft, proposed } = view;
  const n = proposed?.n ?? draft?.n ?? 0;
  return (
    <>
      <Crumb label={t("place")} steps={[{ href: `/plan/${slug}`, text: title }, { text: t("proposal") }]} />
      <Finding voice="desk" lede={t(proposed ? "proposed-lede" : draft ? "propose-lede" : "no-draft-lede")}>
        {t(proposed ? "proposed-title" : draft ? "propose-title" : "no-draft-title", { n, title })}
      </Finding>
      {proposed ? (
        <Proposed slug={slug} proposed={proposed} />
      ) : draft ? (
        <Propose {...view} draft={draft} form={form} />
      ) : (
        <EmptyState actions={<a href={`/plan/${slug}`}>{t("back")}</a>} example={<p>{t("no-draft-example")}</p>}>
          <p>{t("no-draft")}</p>
        </EmptyState>
      )}
    </>
  );
}

interface ProposeProps extends Omit<ProposingView, "draft"> {
  draft: NonNullable<ProposingView["draft"]>;
  form: FormState;
}

function Propose({ slug, isPublic, today, draft, form }: ProposeProps) {
  const t = useTranslations("comment.staff");
  return (
    <form method="post" action={`/plan/${slug}/proposal`} id="form" noValidate>
      <input type="hidden" name="seen" value={draft.seen} />
      <FormLayout>
        {!isPublic && (
          <Notice says={t("not-shown-yet")}>
            <ActionRow>
              <a href={`/plan/${slug}/audience`}>{t("show-first")}</a>
            </ActionRow>
          </Notice>
        )}
        <RadioGroup
          name="ask"
          legend={t("ask")}
          error={form.problem("ask")}
          defaultValue={form.typed.ask ?? (isPublic ? "yes" : "no")}
          options={[
            { value: "yes", label: t("ask-yes"), hint: t("ask-yes-hint", { days: READ_WITHIN_DAYS }) },
            { value: "no", label: t("ask-no"), hint: t("ask-no-hint") },
          ]}
        />
        <DateField
          name="until"
          label={t("until")}
          hint={t("until-hint")}
          error={form.problem("until")}
          defaultValue={form.typed.until}
          min={today}
        />
        <ActionRow>
          <Button first name="do" value="propose">
            {t("propose")}
          </Button>
          <a href={`/plan/${slug}`}>{t("leave")}</a>
        </ActionRow>
      </FormLayout>
    </form>
  );
}

function Proposed({ slug, proposed }: { slug: string; proposed: NonNullable<ProposingView["proposed"]> }) {
  const t = useTranslations("comment.staff");
  const { day } = useDates();
  const { comment, until, isShown, waiting, read } = proposed;
  return (
    <FormLayout>
      <Notice says={t(`stands.${comment}`, { day: until === null ? "" : day(until) })}>
        <p>{t("counts", { waiting, read })}</p>
        <ActionRow>
          {waiting + read > 0 && <ButtonLink href={`/plan/${slug}/comments`}>{t("to-comments")}</ButtonLink>}
          {isShown && <a href={`/plans/${slug}/proposal`}>{t("as-public")}</a>}
        </ActionRow>
      </Notice>
      <form method="post" action={`/plan/${slug}/proposal`} id="form">
        <FormLayout>
          <Note>{t("withdraw-note")}</Note>
          <ActionRow>
            <Button name="do" value="withdraw">
              {t("withdraw")}
            </Button>
          </ActionRow>
        </FormLayout>
      </form>
    </FormLayout>
  );
}
