import { sql } from "kysely";

/** When a day begins where the district is; `later`: that many days after. */
export const midnight = (day: string, timeZone: string, later = 0) =>
  sql<Date>`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`;
