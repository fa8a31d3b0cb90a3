/** Looks as a page shows them. Whom someone saw is a number here: a student's name is seen only through the door. */
import type { LookRow } from "./queries.ts";

export interface LookLine extends Omit<LookRow, "because"> {
  /** In the reader's language. */
  why: string | null;
  /** Where the address is a page, which is a look of its own. */
  href: string | null;
}

export const presentLooks = (looks: readonly LookRow[], say: (because: string) => string): LookLine[] =>
  looks.map(({ because, ...look }) => ({
    ...look,
    why: because === null ? null : say(because),
    href: /^\/(?!\/)/.test(look.address) && /-page$|^search$/.test(look.through) ? look.address : null,
  }));
