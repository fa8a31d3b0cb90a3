import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { TextField } from "#ui/text-field/text-field.tsx";

interface PersonFieldsProps {
  form: FormState;
  /** What is so now; empty for someone new. */
  now?: { name: string; title: string | null; email: string };
  /** An address that someone signs in with stays. */
  emailStays?: boolean;
}

/** Who someone is: name, what they do here, address. */
export function PersonFields({ form: { typed, problem }, now, emailStays = false }: PersonFieldsProps) {
  const t = useTranslations("people");
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        error={problem("name")}
        defaultValue={typed.name ?? now?.name}
        autoComplete="off"
        required
      />
      <TextField
        name="title"
        label={t("title")}
        hint={t("title-hint")}
        optional={t("optional")}
        error={problem("title")}
        defaultValue={typed.title ?? now?.title ?? undefined}
        autoComplete="off"
      />
      {emailStays ? (
        <input type="hidden" name="email" value={now?.email} />
      ) : (
        <TextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("email-of-theirs")}
          error={problem("email")}
          defaultValue={typed.email ?? now?.email}
          autoComplete="off"
          spellCheck={false}
          required
        />
      )}
    </>
  );
}
