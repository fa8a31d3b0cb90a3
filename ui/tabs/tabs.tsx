import type { LinkTo } from "../link.ts";

export type TabsProps = { label: string; links: LinkTo[] };

/** Parts of one page that have pages of their own: links, so that each can be sent to someone. */
export function Tabs({ label, links }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
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
  );
}
