/** What belongs to people, of all modules: each says it of its own. */
import { owned as imports } from "#modules/imports/owned.ts";
import type { Owned } from "#modules/people/leaving/owned.ts";
import { owned as people } from "#modules/people/owned.ts";
import { owned as plan } from "#modules/plan/owned.ts";
import { owned as roster } from "#modules/roster/owned.ts";

const ALL: readonly Owned[] = [people, imports, roster, plan];

export const OWNED: Owned = {
  columns: Object.assign({}, ...ALL.map(({ columns }) => columns)),
  kinds: ALL.flatMap(({ kinds }) => kinds),
};
