import { describe, Field, type FieldWords } from "../field/field.tsx";

export type SelectFieldProps = FieldWords & {
  options: { value: string; text: string }[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
};

/** For more than five choices; fewer are better as radios. */
export function SelectField({ name, label, hint, error, optional, id = name, options, ...rest }: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <select className="control" id={id} name={name} {...describe(id, { hint, error })} {...rest}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
