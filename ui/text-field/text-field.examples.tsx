import type { Example } from "../example.ts";
import { TextField } from "./text-field.tsx";

export const criteria = [
  "the width hints at what fits",
  "says to the browser what it may fill in",
  "keeps what was typed when the form comes back with an error",
];

export const examples: Example[] = [
  { name: "With a hint", render: () => <TextField name="tf-name" label="Name of the plan" hint="As on the cover." /> },
  {
    name: "With an error",
    render: () => (
      <TextField
        name="tf-mail"
        type="email"
        label="Email"
        autoComplete="email"
        defaultValue="wren@haywater"
        error="Give the whole address, such as wren@haywater.example."
      />
    ),
  },
  {
    name: "Short, optional",
    render: () => <TextField name="tf-code" label="Code" optional="(optional)" width="short" />,
  },
];
