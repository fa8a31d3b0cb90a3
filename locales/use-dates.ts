/** Days and moments in the reader's language and on the district's clock, for components. */
import { useLocale, useTimeZone } from "use-intl";
import { sayDay, sayDayOf, sayMoment, sayTime, sayWeekday } from "#lib/dates/say.ts";

export function useDates() {
  const language = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return {
    day: (day: string) => sayDay(day, language),
    weekday: (day: string) => sayWeekday(day, language),
    dayOf: (moment: Date) => sayDayOf(moment, language, timeZone),
    timeOf: (moment: Date) => sayTime(moment, language, timeZone),
    moment: (moment: Date) => sayMoment(moment, language, timeZone),
  };
}
