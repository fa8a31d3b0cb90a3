/** Days and moments in words. A day is an ISO date and has no time zone; a moment is said as the clock on the wall there. */

/** The form of a language that schools here read: "November 20, 2026", "3:05 PM". */
const LOCALES: Record<string, string> = { en: "en-US", es: "es-US" };
const localeOf = (language: string): string => LOCALES[language] ?? language;

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** "November 20, 2026". */
export const sayDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(noon(day));

/** "Friday, November 20, 2026". */
export const sayWeekday = (day: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "full", timeZone: "UTC" }).format(noon(day));

/** The day of a moment: "November 20, 2026". */
export const sayDayOf = (moment: Date, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone }).format(moment);

/** "November 20, 2026 at 9:00 AM". */
export const sayMoment = (moment: Date, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeStyle: "short", timeZone }).format(moment);
