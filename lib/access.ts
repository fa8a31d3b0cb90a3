/** The answer of a policy: yes or no, and why. `because` is the key of a message, so that a page can say it in any language. */
export type Decision = { allowed: true; because: string } | { allowed: false; because: string };

export const allow = (because: string): Decision => ({ allowed: true, because });

export const deny = (because: string): Decision => ({ allowed: false, because });

/** The first yes; if there is none, the first no. */
export function either(...decisions: [Decision, ...Decision[]]): Decision {
  return decisions.find((decision) => decision.allowed) ?? decisions[0];
}

export const VERBS = ["select", "insert", "update", "delete"] as const;
export type Verb = (typeof VERBS)[number];

/** What a module's policy says of the rows of one table, verb by verb; row security must say the same. */
export type TableAccess<Actor, Row> = Record<Verb, (actor: Actor, row: Row) => Decision>;
