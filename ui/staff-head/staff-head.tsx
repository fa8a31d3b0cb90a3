import { type ReactNode, useId } from "react";
import type { LinkTo } from "../link.ts";
import { Maker, type MakerProps } from "../maker/maker.tsx";

export type StaffHeadProps = {
  maker: MakerProps;
  label: string;
  /** The word on the button that shows the sections in a narrow window. */
  menu: string;
  links: LinkTo[];
  /** Who is here, and the way out. */
  self?: ReactNode;
};

/** The sections as a line of words; in a narrow window a native popover holds them. */
export function StaffHead({ maker, label, menu, links, self }: StaffHeadProps) {
  const id = useId();
  const here = links.find((link) => link.current);
  return (
    <header className="staff-head">
      <div>
        <Maker {...maker} />
        <button className="staff-menu" type="button" popoverTarget={id}>
          {here && <b>{here.text}</b>}
          <span>{menu}</span>
        </button>
        <nav className="staff-ways" id={id} popover="auto" aria-label={label}>
          <ul>
            {links.map(({ href, text, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? "true" : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {self && <div className="staff-self">{self}</div>}
      </div>
    </header>
  );
}
