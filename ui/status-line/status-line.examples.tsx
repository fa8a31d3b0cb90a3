import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { StatusMark } from "../status-mark/status-mark.tsx";
import { StatusLine } from "./status-line.tsx";

export const criteria = [
  "beside a status stand, always, the date of the reading and how many were counted",
  "a separator never begins a line",
];

export const examples: Example[] = [
  {
    name: "Read, counted, addressed",
    render: () => (
      <StatusLine
        facts={[
          <StatusMark key="s" status="on-course">
            On course
          </StatusMark>,
          "read May 2027",
          "412 students",
          <CodeTag key="c" code="1.A" href="#1.A" />,
        ]}
      />
    ),
  },
];
