import type { Example } from "../example.ts";
import { Facts } from "../facts/facts.tsx";
import { type Status, StatusMark } from "./status-mark.tsx";

export const criteria = [
  "nothing is lost when the colour is taken away: shape and word carry the status",
  "the word is the district's own; the shape is not read aloud",
  "work done never wears a status shape or a status colour",
];

const words: Record<Status, [string, string]> = {
  reached: ["Reached", "The promise is kept, for the whole and for each group that can be shown."],
  "on-course": ["On course", "As far along as we said, or further."],
  drifting: ["Drifting", "Better than at the start, and surely later than we said."],
  "off-course": ["Off course", "Two readings in a row without any gain."],
  "no-change": ["No change yet", "What moved could be chance."],
  "not-yet": ["Not yet measurable", "We cannot count it so far. Someone is named who will."],
  "data-due": ["Data due", "The reading is late."],
  "too-small": ["Too small to show", "So few that a number would point at a child."],
  instrument: ["Instrument changed", "Another test or another question: the two do not compare."],
};

export const examples: Example[] = [
  {
    name: "All nine, with what they mean",
    render: () => (
      <Facts
        layout="across"
        items={Object.entries(words).map(([status, [word, meaning]]) => ({
          term: <StatusMark status={status as Status}>{word}</StatusMark>,
          value: meaning,
        }))}
      />
    ),
  },
  {
    name: "Large",
    render: () => (
      <StatusMark status="drifting" size="large">
        Drifting
      </StatusMark>
    ),
  },
];
