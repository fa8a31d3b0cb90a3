import type { Example } from "../example.ts";
import { describe, Field } from "./field.tsx";

export const criteria = [
  "label, hint, error and control stand under each other, in this order",
  "the control names its hint and its error, so that both are read with it",
  "an error is a sentence beside the field, with a heavy line and weight, not colour alone",
  "the field's id is its name: an error summary can link to it",
];

export const examples: Example[] = [
  {
    name: "Around any control",
    note: "Every field below is made of it.",
    render: () => (
      <Field
        id="field-any"
        label="Code"
        hint="Letters and figures, such as 2.B."
        error="Give the code as letters and figures."
      >
        <input
          className="control"
          id="field-any"
          data-width="short"
          {...describe("field-any", { hint: 1, error: 1 })}
        />
      </Field>
    ),
  },
];
