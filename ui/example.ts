import type { ReactNode } from "react";

/** One thing to look at in the gallery; `alone` when it is a whole page and cannot stand inside another. */
export type Example = { name: string; render: () => ReactNode; note?: string; alone?: true };

/** A component as the gallery, the tests and the axe run see it. */
export type Sample = { component: string; criteria: string[]; examples: Example[] };
