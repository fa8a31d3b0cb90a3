import { describe, Field, type FieldWords } from "../field/field.tsx";

export type TextAreaProps = FieldWords & {
  defaultValue?: string | undefined;
  rows?: number;
  maxLength?: number | undefined;
  required?: boolean | undefined;
  /** To be copied, not written. */
  readOnly?: boolean | undefined;
  spellCheck?: boolean | undefined;
};

export function TextArea({ name, label, hint, error, optional, id = name, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea className="control" id={id} name={name} rows={rows} {...describe(id, { hint, error })} {...rest} />
    </Field>
  );
}
