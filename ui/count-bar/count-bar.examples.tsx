import type { Example } from "../example.ts";
import { CountBar } from "./count-bar.tsx";

export const criteria = [
  "placed is solid, aside is hatched, open has an edge: they differ without colour",
  "the numbers stand below in words; the drawing adds nothing that they do not say",
  "one of a thousand is still seen",
];

export const examples: Example[] = [
  {
    name: "Some open",
    render: () => (
      <CountBar
        label="Lines of the document"
        total="of 188 lines"
        shares={[
          { kind: "placed", count: 151, word: "placed" },
          { kind: "aside", count: 33, word: "left aside" },
          { kind: "open", count: 4, word: "open" },
        ]}
      />
    ),
  },
  {
    name: "None open",
    render: () => (
      <CountBar
        label="Lines of the second document"
        total="of 1,012 lines"
        shares={[
          { kind: "placed", count: 1011, word: "placed" },
          { kind: "aside", count: 1, word: "left aside" },
          { kind: "open", count: 0, word: "open" },
        ]}
      />
    ),
  },
];
