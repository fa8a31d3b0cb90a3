import { describe, Field, type FieldWords } from "../field/field.tsx";

export type FileFieldProps = FieldWords & {
  accept?: string | undefined;
  multiple?: boolean | undefined;
  required?: boolean | undefined;
};

/** The browser's own file input is a place to drop files already; here it is made large enough to hit. */
export function FileField({ name, label, hint, error, optional, id = name, ...rest }: FileFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        className="control file-control"
        id={id}
        name={name}
        type="file"
        {...describe(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
