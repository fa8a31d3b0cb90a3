import type { Example } from "../example.ts";
import { Note } from "./note.tsx";

export const criteria = ["quieter than the text, and never smaller than 16 pixels on a screen"];

export const examples: Example[] = [
  {
    name: "Below a table",
    render: () => <Note>Groups of nine children or fewer are left out.</Note>,
  },
];
