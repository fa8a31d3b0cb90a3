/** Saying something about what is proposed: a text, and a name if one likes. */
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Button } from "#ui/button/button.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { READ_WITHIN_DAYS } from "../domain.ts";
import { LONGEST_TEXT } from "../words.ts";

interface CommentFormProps {
  path: string;
  about: string | null;
  form: FormState;
}

export function CommentForm({ path, about, form }: CommentFormProps) {
  const t = useTranslations("comment.form");
  return (
    <form className="comment-form" method="post" action={path} noValidate data-screen>
      <FormLayout>
        <TextArea
          name="text"
          label={t("text", { about: about === null ? "whole" : "element", name: about ?? "" })}
          hint={t("text-hint", { most: LONGEST_TEXT })}
          error={form.problem("text")}
          defaultValue={form.typed.text}
          rows={7}
          required
        />
        <TextField
          name="name"
          label={t("name")}
          optional={t("optional")}
          hint={t("name-hint")}
          error={form.problem("name")}
          defaultValue={form.typed.name}
          autoComplete="name"
        />
        {/* Not for people: programs that fill in every field give themselves away here. */}
        <div className={form.problem("homepage") ? undefined : "comment-trap"}>
          <TextField
            name="homepage"
            label={t("trap")}
            error={form.problem("homepage")}
            defaultValue={form.typed.homepage}
            autoComplete="off"
          />
        </div>
        <p className="note">{t("what-happens", { days: READ_WITHIN_DAYS })}</p>
        <div className="action-row">
          <Button first>{t("send")}</Button>
        </div>
      </FormLayout>
    </form>
  );
}
