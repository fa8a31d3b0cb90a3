import type { ReactNode } from "react";

/** A link in a list of links. `current` marks where the reader is. */
export type LinkTo = { href: string; text: ReactNode; current?: boolean | undefined };

/** A link to the same page in another language; `text` is that language's own name. */
export type LanguageLink = { lang: string; href: string; text: string; current?: boolean | undefined };
