import { useTranslations } from "use-intl";
import type { Visit } from "#app/context.ts";
import { useDates } from "#locales/use-dates.ts";
import { Band } from "#ui/band/band.tsx";
import { Button } from "#ui/button/button.tsx";

export const viewingBand = (viewing: Visit["viewing"]) => viewing && { name: viewing.name, untilAt: viewing.untilAt };

/** Stands on every page while someone views as another, and ends it. */
export function ViewingBand({ name, untilAt }: NonNullable<ReturnType<typeof viewingBand>>) {
  const t = useTranslations("standing");
  const { timeOf } = useDates();
  return (
    <Band
      label={t("viewing")}
      action={
        <form method="post" action="/viewing/end">
          <Button>{t("viewing-end")}</Button>
        </form>
      }
    >
      {t.rich("viewing-says", { name, until: timeOf(untilAt), b: (words) => <b>{words}</b> })}
    </Band>
  );
}
