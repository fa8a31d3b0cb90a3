import type { Example } from "../example.ts";
import { WorkMark } from "../work-mark/work-mark.tsx";
import { CodedList } from "./coded-list.tsx";

export const criteria = [
  "the heading stands beside the list while there is room, else above it",
  "how far the work is stands at the end of the line, and is not a status",
];

export const examples: Example[] = [
  {
    name: "What we do for it",
    render: () => (
      <CodedList
        level={3}
        heading="What we do for it"
        items={[
          {
            id: "cl-1.1",
            code: "1.1",
            text: "One way of teaching reading, kindergarten to grade 3, in all seven elementary schools",
            end: (
              <WorkMark done={2} of={4}>
                2 of 4 steps done
              </WorkMark>
            ),
          },
          {
            id: "cl-1.2",
            code: "1.2",
            text: "A second teacher in every first grade room, one hour a day",
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
