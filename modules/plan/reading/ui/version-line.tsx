/** Which version this is, and how it stands: one line, wherever there is little room. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import type { PlanHead } from "../../plan-view.ts";
import { SAID } from "../../ui/plan-words.tsx";

export function VersionLine({ head: { version: n, shownAt, adoption } }: { head: PlanHead }) {
  const t = useTranslations("plan");
  const { dayOf } = useDates();
  return (
    <>
      {shownAt ? t("version-public", { n, day: dayOf(shownAt) }) : t("version-staff", { n })}{" "}
      {adoption !== null && t.rich("draft-adoption", { words: adoption, ...SAID })}
    </>
  );
}
