import type { Example } from "../example.ts";
import { CodeTag } from "./code-tag.tsx";

export const criteria = [
  "the code of an element links to the place where the element stands",
  "grey by itself; yellow when it is selected, or the page you are on",
  "the figures in codes stand under each other",
  "at least 24 pixels to the finger",
];

export const examples: Example[] = [
  {
    name: "A link, a label, and where you are",
    render: () => (
      <p>
        <CodeTag code="1.2" href="#1.2" /> <CodeTag code="M3" /> <CodeTag code="2.B" here />
      </p>
    ),
  },
];
