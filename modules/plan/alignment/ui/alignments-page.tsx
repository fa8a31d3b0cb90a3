/** What a plan supports in other plans and answers in frameworks outside: said and taken back without script. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { Table } from "#ui/table/table.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import type { AlignmentsView, Choice } from "../present.ts";

export function AlignmentsPage({ form, ...view }: AlignmentsView & { form: FormState }) {
  const t = useTranslations("plan.staff");
  const { slug, title, said } = view;
  return (
    <>
      <Finding voice="desk" over={<a href={`/plan/${slug}`}>{title}</a>} lede={t("supports-lede")}>
        {t("supports-title", { title })}
      </Finding>
      {said.length === 0 ? (
        <EmptyState example={<p>{t("nothing-example")}</p>}>
          <p>{t("nothing-said")}</p>
        </EmptyState>
      ) : (
        <SaidSoFar slug={slug} said={said} />
      )}
      <Support {...view} form={form} />
      <Answer {...view} form={form} />
    </>
  );
}

function SaidSoFar({ slug, said }: Pick<AlignmentsView, "slug" | "said">) {
  const t = useTranslations("plan.staff");
  return (
    <Table
      caption={t("to")}
      quietCaption
      narrow="stack"
      columns={[{ head: t("from") }, { head: t("to") }, { head: t("remove"), quiet: true }]}
      rows={said.map(({ id, name, words, address, to, href }) => ({
        key: id,
        cells: [
          <span key="from">
            <CodeTag code={name} href={`/plan/${slug}/${address}`} /> {words}
          </span>,
          href === null ? (
            to
          ) : (
            <a key="to" href={href}>
              {to}
            </a>
          ),
          <form key="remove" method="post" action={`/plan/${slug}/alignments`}>
            <input type="hidden" name="alignment" value={id} />
            <Button plain name="do" value="remove">
              {t("remove")}
              <VisuallyHidden>: {[name, to].join(", ")}</VisuallyHidden>
            </Button>
          </form>,
        ],
      }))}
    />
  );
}

const withFirst = (first: string, choices: Choice[]) => [
  { value: "", text: first },
  ...choices.map(({ value, text }) => ({ value, text })),
];

type FormProps = AlignmentsView & { form: FormState };

function Support({ slug, elements, other, others, form }: FormProps) {
  const t = useTranslations("plan.staff");
  return (
    <Block heading={t("add-support")} id="support">
      {other === null ? (
        <p>{t("no-other-plan")}</p>
      ) : (
        <>
          {others.length > 1 && (
            <nav aria-label={t("which-plan")} className="plan-choices">
              <p>{t("which-plan")}</p>
              <ul>
                {others.map((each) => (
                  <li key={each.slug}>
                    <a
                      href={`/plan/${slug}/alignments?of=${each.slug}#support`}
                      aria-current={each.slug === other.slug ? "true" : undefined}
                    >
                      {each.title}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <form method="post" action={`/plan/${slug}/alignments?of=${other.slug}`} noValidate>
            <FormLayout>
              <SelectField
                name="element"
                label={t("which-element")}
                options={withFirst(t("choose"), elements)}
                defaultValue={form.typed.do === "support" ? form.typed.element : ""}
                error={form.problem("element")}
                required
              />
              <SelectField
                name="to"
                label={t("which-target", { title: other.title })}
                options={withFirst(t("choose"), other.elements)}
                defaultValue={form.typed.to ?? ""}
                error={form.problem("to")}
                required
              />
              <ActionRow>
                <Button first name="do" value="support">
                  {t("say-support")}
                </Button>
              </ActionRow>
            </FormLayout>
          </form>
        </>
      )}
    </Block>
  );
}

function Answer({ slug, elements, form }: FormProps) {
  const t = useTranslations("plan.staff");
  return (
    <Block heading={t("add-answer")} id="answer">
      <form method="post" action={`/plan/${slug}/alignments`} noValidate>
        <FormLayout>
          <SelectField
            id="answer-element"
            name="element"
            label={t("which-element")}
            options={withFirst(t("choose"), elements)}
            defaultValue={form.typed.do === "answer" ? form.typed.element : ""}
            error={form.problem("answer-element")}
            required
          />
          <TextField
            name="framework"
            label={t("framework")}
            hint={t("framework-hint")}
            defaultValue={form.typed.framework}
            error={form.problem("framework")}
            required
          />
          <TextField
            name="point"
            label={t("code")}
            hint={t("code-hint")}
            width="half"
            defaultValue={form.typed.point}
            error={form.problem("point")}
            required
          />
          <ActionRow>
            <Button name="do" value="answer">
              {t("say-answer")}
            </Button>
          </ActionRow>
        </FormLayout>
      </form>
    </Block>
  );
}
