import type { ReactNode } from "react";

/** What every field has. Its id is its name, so that an error summary can link to it. */
export type FieldWords = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what would be right, in one sentence. */
  error?: ReactNode;
  /** The word for "optional"; fields without it are needed. */
  optional?: ReactNode;
  /** Only where two forms on a page use the same name. */
  id?: string | undefined;
};

/** Ties a control to its hint and its error. */
export function describe(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { "aria-describedby": by || undefined, "aria-invalid": error ? (true as const) : undefined };
}

export type FieldProps = Omit<FieldWords, "name" | "id"> & { id: string; children: ReactNode };

/** Label, hint, error, control, in this order under each other. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  return (
    <div className="field" data-error={error ? "" : undefined}>
      <label htmlFor={id}>
        {label} {optional && <span className="field-optional">{optional}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export type FieldGroupProps = Omit<FieldProps, "label"> & { legend: ReactNode; small?: boolean | undefined };

/** Choices that answer one question. */
export function FieldGroup({ id, legend, hint, error, optional, small, children }: FieldGroupProps) {
  const described = describe(id, { hint, error });
  return (
    <fieldset
      className="field"
      data-error={error ? "" : undefined}
      data-size={small ? "small" : undefined}
      aria-describedby={described["aria-describedby"]}
    >
      <legend>
        {legend} {optional && <span className="field-optional">{optional}</span>}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function FieldNotes({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

export type ChoiceProps = {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  value?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean | undefined;
  describedBy?: string | undefined;
  invalid?: true | undefined;
};

/** One round or square box with its words; the words can be pressed too. */
export function Choice({ kind, id, name, value, label, hint, checked, describedBy, invalid }: ChoiceProps) {
  const by = [describedBy, hint && `${id}-about`].filter(Boolean).join(" ");
  return (
    <div className="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={by || undefined}
        aria-invalid={invalid}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="field-hint" id={`${id}-about`}>
          {hint}
        </p>
      )}
    </div>
  );
}
