import { describe, Field, type FieldWords } from "../field/field.tsx";

export type PasswordFieldProps = FieldWords & {
  /** Tells a password manager whether to fill in the old one or offer a new one. */
  autoComplete: "current-password" | "new-password";
  minLength?: number | undefined;
  required?: boolean | undefined;
};

/** Never given a value: a password that was refused is typed again. */
export function PasswordField({ name, label, hint, error, optional, id = name, ...rest }: PasswordFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        className="control"
        id={id}
        name={name}
        type="password"
        spellCheck={false}
        autoCapitalize="none"
        {...describe(id, { hint, error })}
        {...rest}
      />
    </Field>
  );
}
