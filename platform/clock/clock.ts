/** The only place that knows what time it is; rules get days and instants as arguments. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Making a formatter costs far more than using it, and there are few time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (ISO) of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const known = formats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(instant);
}
