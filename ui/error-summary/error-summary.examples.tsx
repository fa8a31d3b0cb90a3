import type { Example } from "../example.ts";
import { ErrorSummary } from "./error-summary.tsx";

export const criteria = [
  "has the focus when the page comes back, with and without script, and is announced",
  "each line says what is wrong in the same words as the field, and links to the field",
  "stands first in the main part, above the heading",
];

export const examples: Example[] = [
  {
    name: "Two fields",
    render: () => (
      <ErrorSummary
        focus={false}
        heading="Two things are missing"
        errors={[
          { href: "#tf-mail", text: "Give the whole address, such as wren@haywater.example." },
          { href: "#rg-role", text: "Choose what they may do." },
        ]}
      />
    ),
  },
];
