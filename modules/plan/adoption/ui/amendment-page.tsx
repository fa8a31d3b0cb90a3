/** Recording an amendment: what the draft changes, what type that makes it, why, and who decided. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout, FormPart } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { type AmendmentType, AUTHORITIES, type Authority, reaches } from "../authority.ts";
import type { Member } from "../motion.ts";
import { DayForm } from "./day-form.tsx";
import { MotionFields, NoBoard } from "./motion-fields.tsx";

export interface AmendmentView {
  slug: string;
  title: string;
  /** The version in force, and the draft; null while there is none. */
  from: number;
  draft: { n: number; fingerprint: string; changes: number } | null;
  /** Null while nothing is changed. */
  needs: { types: AmendmentType[]; authority: Authority } | null;
  on: string;
  today: string;
  district: string;
  authority: Authority;
  /** Who sat on the board that day, or held the office. */
  deciders: Member[];
}

export function AmendmentPage({ form, ...view }: AmendmentView & { form: FormState }) {
  const t = useTranslations("adoption");
  const { slug, title, draft, needs } = view;
  return (
    <>
      <Finding voice="desk" over={<a href={`/plan/${slug}`}>{title}</a>} lede={t("amend-lede")}>
        {t("amend-title", { title })}
      </Finding>
      {draft === null || needs === null ? (
        <EmptyState
          example={<p>{t("no-changes-example")}</p>}
          actions={
            <ActionRow>
              <ButtonLink first href={`/plan/${slug}/draft`}>
                {t("to-draft")}
              </ButtonLink>
            </ActionRow>
          }
        >
          <p>{t(draft === null ? "no-draft" : "no-changes")}</p>
        </EmptyState>
      ) : (
        <Changed {...view} draft={draft} needs={needs} form={form} />
      )}
    </>
  );
}

type ChangedProps = AmendmentView & {
  draft: NonNullable<AmendmentView["draft"]>;
  needs: NonNullable<AmendmentView["needs"]>;
  form: FormState;
};

function Changed({ form, ...view }: ChangedProps) {
  const t = useTranslations("adoption");
  const { day } = useDates();
  const { slug, from, draft, needs, on, today, authority, deciders } = view;
  const action = `/plan/${slug}/amendment`;
  const enough = AUTHORITIES.filter((each) => reaches(each, needs.authority));
  const isMissing = authority !== "committee" && deciders.length === 0;
  return (
    <>
      <Facts
        items={[
          {
            term: t("what-changes"),
            value: (
              <a href={`/plan/${slug}/compare?from=${from}&to=${draft.n}`}>
                {t("changes-count", { count: draft.changes })}
              </a>
            ),
          },
          { term: t("which-types"), value: needs.types.map((type) => t(`type.${type}`)).join("; ") },
          { term: t("who-decides"), value: t(`authority.${needs.authority}`) },
        ]}
      />
      <DayForm action={action} label={t("decision-day")} on={on} today={today}>
        {enough.length > 1 && (
          <SelectField
            name="authority"
            id="who"
            label={t("decided-by")}
            options={enough.map((value) => ({ value, text: t(`authority.${value}`) }))}
            defaultValue={authority}
          />
        )}
      </DayForm>
      {isMissing && authority === "board" && <NoBoard on={day(on)} />}
      {isMissing && authority !== "board" && (
        <p>{t("no-office", { office: t(`authority.${authority}`), day: day(on) })}</p>
      )}
      {!isMissing && (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="authority" value={authority} />
          <input type="hidden" name="fingerprint" value={draft.fingerprint} />
          <FormLayout>
            <FormPart legend={t("the-reason")}>
              <TextArea
                name="reason"
                label={t("reason")}
                hint={t("reason-hint")}
                maxLength={4_000}
                defaultValue={form.typed.reason}
                error={form.problem("reason")}
                required
              />
            </FormPart>
            <Deciders {...view} form={form} />
            <ActionRow>
              <Button first>{t("amend-do")}</Button>
              <a href={`/plan/${slug}`}>{t("not-now")}</a>
            </ActionRow>
          </FormLayout>
        </form>
      )}
    </>
  );
}

function Deciders({ authority, deciders, district, title, draft, form }: ChangedProps): ReactNode {
  const t = useTranslations("adoption");
  if (authority === "board") {
    const wording = t("amend-wording", { title, n: draft.n });
    return <MotionFields form={form} members={deciders} suggested={{ by: t("board-of", { district }), wording }} />;
  }
  if (authority === "committee") {
    const typed = form.typed.by;
    return <TextField name="by" label={t("committee")} defaultValue={typed} error={form.problem("by")} required />;
  }
  return (
    <SelectField
      name="person"
      label={t(`authority.${authority}`)}
      options={deciders.map(({ id, name }) => ({ value: id, text: name }))}
      defaultValue={form.typed.person}
      error={form.problem("person")}
      required
    />
  );
}
