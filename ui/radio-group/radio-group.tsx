import type { ReactNode } from "react";
import { Choice, describe, FieldGroup, type FieldWords } from "../field/field.tsx";

export type RadioGroupProps = Omit<FieldWords, "label"> & {
  legend: ReactNode;
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string | undefined;
  /** For choices inside the rows of a work surface. */
  small?: boolean | undefined;
};

/** One of a few. The first radio carries the group's id, so that an error summary lands on it. */
export function RadioGroup({
  name,
  legend,
  hint,
  error,
  optional,
  id = name,
  options,
  defaultValue,
  small,
}: RadioGroupProps) {
  const invalid = describe(id, { error })["aria-invalid"];
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error} optional={optional} small={small}>
      <div>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radio"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={option.value === defaultValue}
            invalid={invalid}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
