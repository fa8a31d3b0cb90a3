/** The form that makes a reviewed document a draft plan. */
import { useTranslations } from "use-intl";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { type Org, PLAN_KINDS, type PlanKind } from "../../domain.ts";
import type { LineCount } from "../count-lines.ts";

export interface AcceptancePageProps {
  id: string;
  seen: number;
  title: string;
  kind: PlanKind;
  count: LineCount;
  org: string;
  orgs: Org[];
  plans: { id: string; title: string }[];
  /** What was typed before the form was refused, and the sentence of a field's problem. */
  typed: Record<string, string> | undefined;
  problem: (field: string) => string | undefined;
}

export function AcceptancePage({
  id,
  seen,
  title,
  kind,
  count,
  org,
  orgs,
  plans,
  typed,
  problem,
}: AcceptancePageProps) {
  const t = useTranslations("review");
  return (
    <>
      <Finding
        lede={t("accept-lede", { placed: count.placed, aside: count.aside + count.open })}
        stand={count.open > 0 ? <p>{t("accept-open", { open: count.open })}</p> : undefined}
      >
        {t("accept-title")}
      </Finding>
      <form method="post" action={`/plan/reviews/${id}/acceptance`} noValidate>
        <input type="hidden" name="seen" value={seen} />
        <FormLayout>
          <TextField
            name="title"
            label={t("plan-title")}
            error={problem("title")}
            defaultValue={typed?.title ?? title}
            maxLength={300}
            required
          />
          <SelectField
            name="org"
            label={t("org")}
            error={problem("org")}
            defaultValue={typed?.org ?? org}
            options={orgs.map(({ id: value, name }) => ({ value, text: name }))}
          />
          <SelectField
            name="kind"
            label={t("plan-kind")}
            defaultValue={typed?.kind ?? kind}
            options={PLAN_KINDS.map((value) => ({ value, text: t(`plan-kinds.${value}`) }))}
          />
          {plans.length > 0 && (
            <SelectField
              name="supersedes"
              label={t("supersedes")}
              defaultValue={typed?.supersedes ?? ""}
              options={[
                { value: "", text: t("supersedes-none") },
                ...plans.map((plan) => ({ value: plan.id, text: plan.title })),
              ]}
            />
          )}
          <RadioGroup
            name="audience"
            legend={t("audience")}
            defaultValue={typed?.audience ?? "public"}
            options={[
              { value: "public", label: t("audience-public") },
              { value: "staff", label: t("audience-staff") },
            ]}
          />
          <ActionRow>
            <Button first>{t("accept-do")}</Button>
            <ButtonLink plain href={`/plan/reviews/${id}`}>
              {t("back")}
            </ButtonLink>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
