import type { Example } from "../example.ts";
import { Blade } from "./blade.tsx";

export const criteria = [
  "yellow is for goals alone",
  "its point faces the text that it names, in right-to-left too",
  "its focus ring is whole, and a reader's own palette gives it an outline",
  "its link is at least 24 pixels high",
];

export const examples: Example[] = [
  { name: "A link to its own address", render: () => <Blade href="#goal-1">Goal 1</Blade> },
  {
    name: "Words that wrap",
    render: () => (
      <Blade>A priority whose name is longer than any sign plate that a carpenter would agree to make</Blade>
    ),
  },
];
