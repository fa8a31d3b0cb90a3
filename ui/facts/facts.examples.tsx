import type { Example } from "../example.ts";
import { Facts } from "./facts.tsx";

export const criteria = [
  "a list of terms and values, read aloud as such",
  "a missing value says what is missing, in italics; it is never left blank",
];

export const examples: Example[] = [
  {
    name: "Rows",
    render: () => (
      <Facts
        items={[
          { term: "Start", value: "44%, spring 2026" },
          { term: "Target", value: "65%, spring 2031" },
          { term: "Instrument", value: "the document does not say", missing: true },
        ]}
      />
    ),
  },
  {
    name: "Above each other",
    render: () => (
      <Facts
        layout="stack"
        items={[
          { term: "Reading", value: "May 28, 2027, of 412 students" },
          { term: "The work, counted apart", value: "5 of 9 steps taken, 2 late" },
        ]}
      />
    ),
  },
];
