import type { ReactNode } from "react";

type Look = {
  children: ReactNode;
  /** The one filled button of a view. */
  first?: boolean | undefined;
  /** Looks like a link, acts like a button. */
  plain?: boolean | undefined;
};

export type ButtonProps = Look & {
  type?: "submit" | "button" | "reset";
  name?: string | undefined;
  value?: string | undefined;
  /** The id of a form elsewhere on the page. */
  form?: string | undefined;
  formAction?: string | undefined;
  /** Lets a form go with fields that are not filled in: to save a draft, to go back. */
  formNoValidate?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A key that does the same; shown on wide screens. */
  hotkey?: string | undefined;
  /** Opens the dialog with this id, without script. */
  opens?: string | undefined;
};

export function Button({ children, first, plain, type = "submit", hotkey, opens, ...rest }: ButtonProps) {
  // React passes what it does not know on to the page; its types do not know invoker commands yet.
  const command = opens ? { command: "show-modal", commandfor: opens } : {};
  return (
    <button
      className="button"
      type={opens ? "button" : type}
      data-look={look({ first, plain })}
      aria-keyshortcuts={hotkey}
      {...rest}
      {...command}
    >
      {children}
      {hotkey && (
        <span aria-hidden="true">
          <kbd>{shown(hotkey)}</kbd>
        </span>
      )}
    </button>
  );
}

const ARROWS: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** Keys have names for programs: "Alt+ArrowUp" is read as "Alt+↑". */
const shown = (hotkey: string): string => hotkey.replace(/Arrow[A-Z][a-z]+/, (arrow) => ARROWS[arrow] ?? arrow);

export type ButtonLinkProps = Look & { href: string };

/** A link that is the next step, and looks it. */
export function ButtonLink({ children, first, plain, href }: ButtonLinkProps) {
  return (
    <a className="button" href={href} data-look={look({ first, plain })}>
      {children}
    </a>
  );
}

/** Buttons and links side by side; the first thing to do comes first. */
export function ActionRow({ children }: { children: ReactNode }) {
  return <div className="action-row">{children}</div>;
}

const look = ({ first, plain }: Pick<Look, "first" | "plain">) => (first ? "first" : plain ? "plain" : undefined);
