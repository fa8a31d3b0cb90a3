/** What is wrong with a form, above it as a list of links and beside each field; one sentence serves both. */
import { useTranslations } from "use-intl";
import type { RefusedForm } from "#app/form.ts";
import type { FormState } from "#lib/form-state.ts";
import { ErrorSummary } from "#ui/error-summary/error-summary.tsx";

/** A translator of one namespace, whose `problem.<kind>` are the sentences for refused forms. */
type Words = (...told: never[]) => string;

const sentence = (t: Words, kind: string, values: Record<string, string | number> = {}): string =>
  (t as (key: string, values: object) => string)(`problem.${kind}`, values);

export function problemOf(refused: RefusedForm | undefined, field: string, t: Words): string | undefined {
  const problem = refused?.problems.find((each) => each.field === field);
  return problem && sentence(t, problem.kind, problem.values);
}

export const formState = (refused: RefusedForm | undefined, t: Words): FormState => ({
  typed: refused?.typed ?? {},
  problem: (field) => problemOf(refused, field, t),
});

/** Stands first on the page. A problem of the whole form links to its first field. */
export function FormErrors({ refused, words }: { refused: RefusedForm | undefined; words?: Words }) {
  const common = useTranslations("common");
  const people = useTranslations("people");
  if (refused === undefined || refused.problems.length === 0) return null;
  const t: Words = words ?? people;
  const errors = refused.problems.map(({ field, kind, values }) => ({
    href: `#${field}`,
    text: sentence(t, kind, values),
  }));
  return <ErrorSummary heading={common("errors-title", { count: errors.length })} errors={errors} />;
}
