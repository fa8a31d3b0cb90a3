import { useTranslations } from "use-intl";
import type { firstRun } from "#app/first-run.ts";
import type { RefusedForm } from "#app/form.ts";
import { SetUpPage } from "#modules/people/ui/set-up-page.tsx";
import { FormErrors, formState } from "./form-errors.tsx";

/** The set-up page, at `/` and where its form was refused. */
export function FirstRun({ refused, ...about }: ReturnType<typeof firstRun> & { refused?: RefusedForm | undefined }) {
  const t = useTranslations("people");
  return (
    <>
      <FormErrors refused={refused} />
      <SetUpPage form={formState(refused, t)} {...about} />
    </>
  );
}
