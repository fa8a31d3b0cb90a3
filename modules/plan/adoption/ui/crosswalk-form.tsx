/** Saying what became of the plan before: one question for each of its elements, saved as far as it goes, published when it is whole. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { FATES } from "../crosswalk.ts";
import type { CrosswalkRow, CrosswalkView, ElementWords } from "../present-crosswalk.ts";

export interface CrosswalkFormProps extends CrosswalkView {
  plan: { slug: string; title: string };
  before: { slug: string; title: string };
  /** Adopted, so that it can be published. */
  mayPublish: boolean;
  form: FormState;
}

const LONGEST = 90;
const short = ({ code, words }: ElementWords): string => {
  const text = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return code === null ? text : `${code}: ${text}`;
};

export function CrosswalkForm({ plan, before, rows, targets, mayPublish, form }: CrosswalkFormProps) {
  const t = useTranslations("adoption");
  const options = [
    { value: "", text: t("to-none") },
    ...targets.map((each) => ({ value: each.address, text: short(each) })),
  ];
  const open = rows.filter(({ fate }) => fate === null).length;
  return (
    <>
      <Finding
        voice="desk"
        over={<a href={`/plan/${plan.slug}`}>{plan.title}</a>}
        lede={t("crosswalk-lede", { before: before.title, count: rows.length, open })}
      >
        {t("crosswalk-title", { before: before.title })}
      </Finding>
      <form method="post" action={`/plan/${plan.slug}/crosswalk`} noValidate>
        {rows.map((row) => (
          <Line key={row.address} row={row} options={options} form={form} before={before.slug} />
        ))}
        <ActionRow>
          <Button first name="do" value="save">
            {t("crosswalk-save")}
          </Button>
          {mayPublish && (
            <Button name="do" value="publish">
              {t("crosswalk-publish")}
            </Button>
          )}
          <a href={`/plan/${plan.slug}`}>{t("not-now")}</a>
        </ActionRow>
        {!mayPublish && <p>{t("crosswalk-later")}</p>}
      </form>
    </>
  );
}

interface LineProps {
  row: CrosswalkRow;
  options: { value: string; text: string }[];
  form: FormState;
  before: string;
}

function Line({ row, options, form, before }: LineProps) {
  const t = useTranslations("adoption");
  const { address, code, words, fate, to, why, same } = row;
  const fates = [{ value: "", text: t("fate-open") }, ...FATES.map((value) => ({ value, text: t(`fate.${value}`) }))];
  const typed = (field: string) => form.typed[`${field}.${address}`];
  return (
    <fieldset className="crosswalk-line" id={`line-${address}`}>
      <legend>
        <CodeTag code={code ?? address} href={`/plan/${before}/${address}`} /> {words}
      </legend>
      <div className="crosswalk-fields">
        <SelectField
          name={`fate.${address}`}
          label={t("fate-of")}
          options={fates}
          defaultValue={typed("fate") ?? fate ?? ""}
          error={form.problem(`fate.${address}`)}
        />
        <SelectField
          name={`to.${address}`}
          label={t("goes-on-in")}
          hint={same === null ? undefined : t("same-words", { to: same })}
          options={options}
          defaultValue={typed("to") ?? to?.address ?? ""}
          error={form.problem(`to.${address}`)}
        />
        <TextField
          name={`why.${address}`}
          label={t("why")}
          defaultValue={typed("why") ?? why ?? ""}
          error={form.problem(`why.${address}`)}
        />
      </div>
    </fieldset>
  );
}
