export type MakerProps = { name: string; href: string; current?: boolean | undefined };

/** Whose page this is: the post with two arms, and the name. Leads home. */
export function Maker({ name, href, current }: MakerProps) {
  return (
    <a className="maker" href={href} aria-current={current ? "page" : undefined}>
      <svg viewBox="0 0 32 40" width="26" height="32" aria-hidden="true" focusable="false">
        <path className="maker-post" d="M14 3.5 16 .5l2 3V40h-4z" />
        <path className="maker-here" d="M7 6.5h17.5l6 5.25-6 5.25H7z" />
        <path className="maker-there" d="M25 20.5H8.5L2.5 25.25 8.5 30H25z" />
      </svg>
      <span>{name}</span>
    </a>
  );
}
