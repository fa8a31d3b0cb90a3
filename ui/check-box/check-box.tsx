import type { ReactNode } from "react";
import { Choice, describe, FieldGroup, type FieldWords } from "../field/field.tsx";

export type CheckBoxProps = Omit<FieldWords, "optional"> & {
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
};

/** One thing that is so or not. */
export function CheckBox({ name, label, hint, error, id = name, value, defaultChecked }: CheckBoxProps) {
  return (
    <div className="field" data-error={error ? "" : undefined}>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Choice
        kind="checkbox"
        id={id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        checked={defaultChecked}
        describedBy={error ? `${id}-error` : undefined}
        invalid={describe(id, { error })["aria-invalid"]}
      />
    </div>
  );
}

export type CheckGroupProps = Omit<FieldWords, "label"> & {
  legend: ReactNode;
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValues?: string[] | undefined;
  small?: boolean | undefined;
};

/** Any number of a few. */
export function CheckGroup({
  name,
  legend,
  hint,
  error,
  optional,
  id = name,
  options,
  defaultValues = [],
  small,
}: CheckGroupProps) {
  return (
    <FieldGroup id={id} legend={legend} hint={hint} error={error} optional={optional} small={small}>
      <div>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkbox"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={defaultValues.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
