import type { ReactNode } from "react";

export type DialogProps = {
  id: string;
  heading: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  /** The word that closes it. */
  close: ReactNode;
  /** Shown in the page itself: the same question for browsers that cannot open it. */
  open?: boolean | undefined;
};

/** A question that stops the work. Opened by a button that names its id; closes by key, and without script. */
export function Dialog({ id, heading, children, actions, close, open }: DialogProps) {
  return (
    <dialog className="dialog" id={id} aria-labelledby={`${id}-heading`} open={open}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <div>{children}</div>
      <div className="action-row">
        {actions}
        <form method="dialog">
          <button className="button" type="submit">
            {close}
          </button>
        </form>
      </div>
    </dialog>
  );
}
