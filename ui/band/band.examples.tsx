import { Button } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { Band } from "./band.tsx";

export const criteria = [
  "cannot be overlooked, and takes one line on a desk",
  "says what is so and offers to end it",
  "is printed too: a sheet must say what it shows",
];

export const examples: Example[] = [
  {
    name: "With the way to end it",
    render: () => (
      <Band label="How these pages are shown" action={<Button>End</Button>}>
        You see these pages as <b>Kofi Adjei-Marsh</b> and you both may see them, until 3:40 PM.
      </Band>
    ),
  },
];
