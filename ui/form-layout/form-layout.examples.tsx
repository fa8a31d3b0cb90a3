import { ActionRow, Button } from "../button/button.tsx";
import { DateField } from "../date-field/date-field.tsx";
import type { Example } from "../example.ts";
import { TextField } from "../text-field/text-field.tsx";
import { FieldRow, FormLayout, FormPart } from "./form-layout.tsx";

export const criteria = [
  "one column of questions, as wide as a line is comfortable to read",
  "the button stands below the last question, at the same edge",
];

export const examples: Example[] = [
  {
    name: "A form in two parts",
    render: () => (
      <form method="post" action="#sent">
        <FormLayout>
          <FormPart legend="The vote">
            <TextField name="fl-body" label="Who voted" />
            <FieldRow>
              <DateField name="fl-on" label="On" />
              <TextField name="fl-for" label="For" inputMode="numeric" width="short" />
              <TextField name="fl-against" label="Against" inputMode="numeric" width="short" />
            </FieldRow>
          </FormPart>
          <FormPart legend="In force">
            <DateField name="fl-from" label="From" />
          </FormPart>
          <ActionRow>
            <Button first>Record the vote</Button>
            <a href="#back">Not now</a>
          </ActionRow>
        </FormLayout>
      </form>
    ),
  },
];
