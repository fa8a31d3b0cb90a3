import type { Example } from "../example.ts";
import { FileField } from "./file-field.tsx";

export const criteria = [
  "a file can be dropped on it or chosen, without script",
  "the hint says which kinds of file and how large, before one is chosen",
];

export const examples: Example[] = [
  {
    name: "A document",
    render: () => (
      <FileField
        name="ff-plan"
        label="The plan, as a document"
        hint="Drop the file here or choose it. Word, PDF or a saved web page, up to 20 MB."
        accept=".docx,.pdf,.html"
      />
    ),
  },
  {
    name: "With an error",
    render: () => (
      <FileField
        name="ff-bad"
        label="The plan, as a document"
        error="Plan.pages cannot be read. Save it as Word or PDF and load that."
      />
    ),
  },
];
