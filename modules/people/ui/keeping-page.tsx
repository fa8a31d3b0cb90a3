import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Retention } from "../audit/retention.ts";

/** For whoever decides how long the logs are kept: what the law asks, and two numbers. */
export function KeepingPage({ now, form: { typed, problem } }: { now: Retention; form: FormState }) {
  const t = useTranslations("looks");
  const years = (log: "look" | "event") =>
    ({
      name: log,
      optional: t("keeping-optional"),
      error: problem(log),
      defaultValue: typed[log] ?? String(now[log] ?? ""),
      inputMode: "numeric",
      width: "short",
    }) as const;
  return (
    <>
      <title>{t("keeping-title")}</title>
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/log", text: t("tabs") }, { text: t("keeping-title") }]} />}
        lede={t("keeping-lede")}
      >
        {t("keeping-title")}
      </Finding>
      <form method="post" noValidate>
        <FormLayout>
          <TextField {...years("look")} label={t("keeping-looks")} hint={t("keeping-looks-hint")} />
          <TextField {...years("event")} label={t("keeping-events")} hint={t("keeping-events-hint")} />
          <ActionRow>
            <Button first>{t("keeping-save")}</Button>
            <a href="/log">{t("keeping-back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
