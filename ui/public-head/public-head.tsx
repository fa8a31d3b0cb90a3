import { Languages } from "../languages/languages.tsx";
import type { LanguageLink, LinkTo } from "../link.ts";
import { Maker, type MakerProps } from "../maker/maker.tsx";

export type PublicHeadProps = {
  maker: MakerProps;
  label: string;
  links?: LinkTo[] | undefined;
  languages?: { label: string; links: LanguageLink[] } | undefined;
};

/** The head of a page that anyone may read: whose it is, a few ways, the languages. */
export function PublicHead({ maker, label, links = [], languages }: PublicHeadProps) {
  return (
    <header className="public-head">
      <div>
        <Maker {...maker} />
        {links.length > 0 && (
          <nav aria-label={label} data-screen>
            <ul>
              {links.map(({ href, text, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? "page" : undefined}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {languages && <Languages {...languages} />}
      </div>
    </header>
  );
}
