import type { ReactNode } from "react";

/** Fields under each other, with room between the questions. Goes inside a form. */
export function FormLayout({ children }: { children: ReactNode }) {
  return <div className="form-layout">{children}</div>;
}

/** Short fields that belong together, side by side while there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}

/** A part of a long form. */
export function FormPart({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="form-part">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
