/** Which part of the register someone asks for, by the address of the page. What is not understood narrows nothing. Pure. */
import { CHANGE_CLASSES, type Change, type ChangeClass } from "../text/changes.ts";

export interface Choice {
  /** None: all of them. */
  classes: ChangeClass[];
  element: string | null;
  year: string | null;
}

export function choiceOf(asked: URLSearchParams): Choice {
  const classes = new Set(asked.getAll("class"));
  const element = asked.get("element")?.trim().slice(0, LONGEST_ADDRESS) || null;
  const year = /^\d{4}$/.exec(asked.get("year") ?? "")?.[0] ?? null;
  return { classes: CHANGE_CLASSES.filter((each) => classes.has(each)), element, year };
}

const LONGEST_ADDRESS = 200;

/** The way back: "?class=target+moved&year=2026"; nothing for the whole register. */
export function queryOf({ classes, element, year }: Choice): string {
  const query = new URLSearchParams(classes.map((each) => ["class", each]));
  if (element !== null) query.set("element", element);
  if (year !== null) query.set("year", year);
  return query.size === 0 ? "" : `?${query}`;
}

export const isNarrowed = ({ classes, element, year }: Choice): boolean =>
  classes.length > 0 || element !== null || year !== null;

export const isOfClass = ({ classes }: Choice, change: Change): boolean =>
  classes.length === 0 || classes.includes(change.class);

export const isOfElement = ({ element }: Choice, { address }: Pick<Change, "address">): boolean =>
  element === null || address.toLowerCase() === element.toLowerCase();

export const isOfYear = ({ year }: Choice, day: string): boolean => year === null || day.startsWith(year);
