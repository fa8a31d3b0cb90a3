import type { Example } from "../example.ts";
import { RadioGroup } from "./radio-group.tsx";

export const criteria = [
  "the question is the legend and is read with each choice",
  "in a conflict the first choice is to leave it open",
  "the words of a choice can be pressed too: 44 pixels high, 32 in the rows of a work surface",
];

export const examples: Example[] = [
  {
    name: "A role",
    render: () => (
      <RadioGroup
        name="rg-role"
        legend="What may they do?"
        options={[
          { value: "read", label: "Read drafts", hint: "Sees everything that is not about single students." },
          {
            value: "edit",
            label: "Change the plan",
            hint: "Also loads documents. Nothing adopted changes without a vote.",
          },
        ]}
        error="Choose what they may do."
      />
    ),
  },
  {
    name: "Small, in a work surface",
    render: () => (
      <RadioGroup
        small
        name="rg-read"
        legend="What does “4%” mean here?"
        defaultValue="open"
        options={[
          { value: "open", label: "I do not know yet" },
          { value: "points", label: "four points more each year: 48% in spring 2027" },
          { value: "share", label: "a twenty-fifth more each year: 45.8% in spring 2027" },
        ]}
      />
    ),
  },
];
