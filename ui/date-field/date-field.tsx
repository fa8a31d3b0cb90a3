import { describe, Field, type FieldWords } from "../field/field.tsx";

export type DateFieldProps = FieldWords & {
  /** ISO dates, such as 2026-07-01. */
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean | undefined;
};

/** The browser's own date input, in the reader's own order of day, month and year. */
export function DateField({ name, label, hint, error, optional, id = name, ...rest }: DateFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        className="control"
        id={id}
        name={name}
        type="date"
        data-width="half"
        {...describe(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
