import { type ReactNode, useEffect, useId, useRef } from "react";

export type ErrorSummaryProps = {
  heading: ReactNode;
  errors: { href: string; text: ReactNode }[];
  /** Takes the focus when it arrives. Only a gallery says no. */
  focus?: boolean;
};

/** What has to be put right before the form can go, each a link to its field. Stands first in the main part. */
export function ErrorSummary({ heading, errors, focus = true }: ErrorSummaryProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  return (
    <div
      className="error-summary"
      role="alert"
      aria-labelledby={id}
      tabIndex={-1}
      ref={ref}
      // biome-ignore lint/a11y/noAutofocus: after a refused form the reader must hear why, also where no script runs
      autoFocus={focus}
    >
      <h2 id={id}>{heading}</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
