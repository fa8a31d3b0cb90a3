import { describe, Field, type FieldWords } from "../field/field.tsx";

export type TextFieldProps = FieldWords & {
  type?: "text" | "email" | "url" | "tel" | "search";
  defaultValue?: string | undefined;
  width?: "short" | "half";
  autoComplete?: string | undefined;
  inputMode?: "text" | "email" | "numeric" | "decimal" | "url" | "tel" | "search" | undefined;
  required?: boolean | undefined;
  maxLength?: number | undefined;
  spellCheck?: boolean | undefined;
};

export function TextField({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  width,
  type = "text",
  ...rest
}: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        className="control"
        id={id}
        name={name}
        type={type}
        data-width={width}
        {...describe(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
