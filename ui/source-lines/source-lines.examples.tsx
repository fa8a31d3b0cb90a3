import type { Example } from "../example.ts";
import { SourceLines } from "./source-lines.tsx";

export const criteria = [
  "no line is missing; one that was left aside stands in italics and says why",
  "the code at the end of a line leads to what was made of it",
  "an open line has a heavy edge and a word, not only a colour",
];

export const examples: Example[] = [
  {
    name: "Placed, aside, open, selected",
    render: () => (
      <SourceLines
        label="Lines 61 to 66"
        lines={[
          { id: "x61", number: 61, text: "Page 4 of 12", aside: "aside: page number" },
          {
            id: "x62",
            number: 62,
            heading: true,
            text: "PRIORITY TWO: Present, Known and Needed",
            to: { code: "P2", href: "#xP2" },
          },
          {
            id: "x63",
            number: 63,
            text: "2.1 Greet every learner by name, every morning.",
            to: { code: "2.1", href: "#x2.1" },
          },
          {
            id: "x64",
            number: 64,
            here: true,
            text: "Days missed fall by 4% annually from 19.8% in June 2026.",
            to: { code: "2.B", href: "#x2.B" },
          },
          { id: "x65", number: 65, text: "(see also the transportation annex)", open: { word: "open", href: "#x65" } },
        ]}
      />
    ),
  },
];
