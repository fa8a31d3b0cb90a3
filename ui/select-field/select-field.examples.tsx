import type { Example } from "../example.ts";
import { SelectField } from "./select-field.tsx";

export const criteria = ["the browser's own list; a first empty line where nothing is chosen yet"];

export const examples: Example[] = [
  {
    name: "A school",
    render: () => (
      <SelectField
        name="sf-school"
        label="School"
        options={[
          "Choose a school",
          "Dune Road",
          "Harbor Hill",
          "Quarry Lane",
          "Saltmarsh",
          "Tern Island",
          "Wharf Street",
        ].map((text, index) => ({ value: index ? text : "", text }))}
      />
    ),
  },
];
