import type { Example } from "../example.ts";
import { SkipLink } from "./skip-link.tsx";

export const criteria = [
  "is the first thing that the keyboard reaches on a page",
  "is out of sight until it has focus, and then stands on yellow above everything else",
  "leads to the main part of the page",
];

export const examples: Example[] = [
  {
    name: "Out of sight until focused",
    note: "Press Tab from the line above to see it.",
    render: () => <SkipLink href="#gallery">Skip to the content</SkipLink>,
  },
];
