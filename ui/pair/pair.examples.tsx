import type { Example } from "../example.ts";
import { SourceLines } from "../source-lines/source-lines.tsx";
import { Tree } from "../tree/tree.tsx";
import { Pair, Pane } from "./pair.tsx";

export const criteria = [
  "on a wide window two panes side by side, each scrolling by itself, by finger and by keyboard",
  "on a narrow one they follow each other and the page scrolls",
  "each pane is a named region; on paper nothing is cut off",
];

export const examples: Example[] = [
  {
    name: "A document and the plan in it",
    render: () => (
      <Pair>
        <Pane heading="The document" meta="lines 8 to 9 of 188">
          <SourceLines
            label="Lines 8 and 9"
            lines={[
              { id: "y8", number: 8, heading: true, text: "OUR MISSION", aside: "aside: heading" },
              {
                id: "y9",
                number: 9,
                text: "Every learner finds a place and a way on.",
                to: { code: "S1", href: "#yS1" },
              },
            ]}
          />
        </Pane>
        <Pane heading="The plan in it" meta="one statement">
          <Tree
            label="What was read"
            nodes={[
              {
                id: "yS1",
                code: "S1",
                text: "Every learner finds a place and a way on.",
                place: { href: "#y9", text: "line 9" },
              },
            ]}
          />
        </Pane>
      </Pair>
    ),
  },
];
