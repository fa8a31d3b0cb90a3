import type { Example } from "../example.ts";
import { Person } from "./person.tsx";

export const criteria = [
  "the whole name, never initials",
  "the job is the person's own work, in lower case after a comma",
];

export const examples: Example[] = [
  { name: "With a job", render: () => <Person name="Noor Haddad" job="director of transportation" /> },
  { name: "A link", render: () => <Person name="Wren Castellanos" href="#wren" /> },
];
