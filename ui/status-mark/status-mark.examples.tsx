import type { Example } from "../example.ts";
import { Facts } from "../facts/facts.tsx";
import { type Status, StatusMark } from "./status-mark.tsx";

export const criteria = [
  "shape, then word, then colour: take away the colour and nothing is lost",
  "the word is the district's own; the shape is not read aloud",
  "work done never wears a status shape or a status colour",
];

const words: Record<Status, [string, string]> = {
  reached: ["Reached", "At or past the target, in every group large enough to report."],
  "on-course": ["On course", "At or past the path, and moved since the start."],
  drifting: ["Drifting", "Moving the right way, the whole interval behind the path."],
  "off-course": ["Off course", "No nearer to the target than at the start, twice."],
  "no-change": ["No change yet", "The change is smaller than its own uncertainty."],
  "not-yet": ["Not yet measurable", "No starting point exists. We say who sets it, and when."],
  "data-due": ["Data due", "The day has come, the numbers have not."],
  "too-small": ["Too small to show", "Fewer than ten students, or a number that would reveal them."],
  instrument: ["Instrument changed", "The question or the test changed. Old and new are not compared."],
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
