import type { LanguageLink } from "../link.ts";

export type LanguagesProps = { label: string; links: LanguageLink[] };

/** The same page in other languages, each by its own name. */
export function Languages({ label, links }: LanguagesProps) {
  return (
    <nav className="languages" aria-label={label}>
      <ul>
        {links.map(({ lang, href, text, current }) => (
          <li key={lang}>
            <a href={href} lang={lang} hrefLang={lang} aria-current={current ? "true" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
