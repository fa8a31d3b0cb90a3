/** The question that a reader asks a plan: one field, one button, no script. */
import { useTranslations } from "use-intl";
import { Button } from "#ui/button/button.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { LONGEST_QUESTION } from "../search.ts";

interface FindFormProps {
  slug: string;
  question?: string;
  error?: string | undefined;
}

export function FindForm({ slug, question, error }: FindFormProps) {
  const t = useTranslations("reading.search");
  return (
    <search className="find" data-screen>
      <form method="get" action={`/plans/${slug}/search`}>
        <TextField
          name="q"
          type="search"
          label={t("label")}
          defaultValue={question}
          error={error}
          maxLength={error === undefined ? LONGEST_QUESTION : undefined}
          autoComplete="off"
        />
        <Button>{t("find")}</Button>
      </form>
    </search>
  );
}
