/** Days and moments in words. A day is an ISO date and has no time zone; a moment is said as the clock on the wall there. */

/** The form of a language that schools here read: "November 20, 2026", "3:05 PM". */
const LOCALES: Record<string, string> = { en: "en-US", es: "es-US" };
const localeOf = (language: string): string => LOCALES[language] ?? language;

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Making a formatter costs far more than using it; there are as many as languages, zones and styles. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, timeZone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${style.dateStyle} ${style.timeStyle}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone });
  formats.set(key, made);
  return made;
}

/** "November 20, 2026". */
export const sayDay = (day: string, language: string): string =>
  format(language, "UTC", { dateStyle: "long" }).format(noon(day));

/** "Friday, November 20, 2026". */
export const sayWeekday = (day: string, language: string): string =>
  format(language, "UTC", { dateStyle: "full" }).format(noon(day));

/** The day of a moment: "November 20, 2026". */
export const sayDayOf = (moment: Date, language: string, timeZone: string): string =>
  format(language, timeZone, { dateStyle: "long" }).format(moment);

/** "November 20, 2026 at 9:00 AM". */
export const sayMoment = (moment: Date, language: string, timeZone: string): string =>
  format(language, timeZone, { dateStyle: "long", timeStyle: "short" }).format(moment);

/** "9:00 AM". */
export const sayTime = (moment: Date, language: string, timeZone: string): string =>
  format(language, timeZone, { timeStyle: "short" }).format(moment);
