/** A moment and a span in the reader's language, no more exactly than the plan says them. */
import { useFormatter, useTranslations } from "use-intl";
import type { Moment } from "../moment.ts";
import type { Span } from "../spans.ts";

export function useMoments() {
  const t = useTranslations("reading.timeline");
  const format = useFormatter();
  const day = (year: number, month: number, of: number) => new Date(Date.UTC(year, month - 1, of));
  const years = (from: number) => t("years", { from: String(from), to: String(from + 1).slice(2) });

  function moment(said: Moment): string {
    switch (said.unit) {
      case "day":
        return format.dateTime(day(said.year, said.month, said.day), { dateStyle: "long", timeZone: "UTC" });
      case "month":
        return format.dateTime(day(said.year, said.month, 1), { month: "long", year: "numeric", timeZone: "UTC" });
      case "season":
        return t("season", {
          season: said.season,
          years: said.season === "winter" ? years(said.year) : String(said.year),
        });
      case "year":
        return String(said.year);
      case "school-year":
        return t("school-year", { years: years(said.year) });
    }
  }
  return {
    from: ({ from }: Span) => (from === null ? t("unsaid") : moment(from)),
    to: ({ to, isBefore }: Span) => {
      if (to === null) return t("unsaid");
      return isBefore ? t("before", { moment: moment(to) }) : moment(to);
    },
  };
}
