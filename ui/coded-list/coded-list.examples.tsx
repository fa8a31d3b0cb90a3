import type { Example } from "../example.ts";
import { WorkMark } from "../work-mark/work-mark.tsx";
import { CodedList } from "./coded-list.tsx";

export const criteria = [
  "the heading stands beside the list while there is room, else above it",
  "how far the work is stands at the end of the line, and is not a status",
];

export const examples: Example[] = [
  {
    name: "How we go about it",
    render: () => (
      <CodedList
        level={3}
        heading="How we go about it"
        items={[
          {
            id: "cl-1.1",
            code: "1.1",
            text: "The same way of teaching reading in the first four years of all seven elementary schools",
            end: (
              <WorkMark done={2} of={4}>
                2 of 4 steps taken
              </WorkMark>
            ),
          },
          {
            id: "cl-1.2",
            code: "1.2",
            text: "A second adult in each first grade room for an hour a day",
            end: (
              <WorkMark done={0} of={3}>
                begins in August
              </WorkMark>
            ),
          },
        ]}
      />
    ),
  },
];
