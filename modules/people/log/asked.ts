/** What part of a log someone asks for, by the address of the page. What is not understood narrows nothing. Pure. */
import { validate as isUuid } from "uuid";

export interface Period {
  /** ISO days where the district is, both included. */
  from?: string | undefined;
  until?: string | undefined;
}

export interface Turn {
  /** Rows older, or newer, than the one with this id. */
  olderThan?: string | undefined;
  newerThan?: string | undefined;
}

export const idAsked = (asked: URLSearchParams, name: string): string | undefined => {
  const said = asked.get(name) ?? "";
  return isUuid(said) ? said.toLowerCase() : undefined;
};

const dayAsked = (asked: URLSearchParams, name: string): string | undefined => {
  const said = asked.get(name) ?? "";
  const isDay = /^[12]\d{3}-\d{2}-\d{2}$/.test(said) && new Date(`${said}T12:00:00Z`).toISOString().startsWith(said);
  return isDay ? said : undefined;
};

export const periodAsked = (asked: URLSearchParams): Period => ({
  from: dayAsked(asked, "from"),
  until: dayAsked(asked, "until"),
});

export function turnAsked(asked: URLSearchParams): Turn {
  const newerThan = idAsked(asked, "after");
  return newerThan === undefined ? { olderThan: idAsked(asked, "before") } : { newerThan };
}

/** One row more than a page was read: whether there is another page in the same direction. */
export function pageOf<Row>(found: readonly Row[], { olderThan, newerThan }: Turn, size: number) {
  const isMore = found.length > size;
  return newerThan === undefined
    ? { rows: found.slice(0, size), hasNewer: olderThan !== undefined, hasOlder: isMore }
    : { rows: found.slice(-size), hasNewer: isMore, hasOlder: true };
}
