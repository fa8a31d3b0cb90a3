import type { Example } from "../example.ts";
import { StopMark } from "./stop-mark.tsx";

export const criteria = ["a ring in ink with its number", "is not read aloud: the heading beside it says the same"];

export const examples: Example[] = [
  {
    name: "Both sizes",
    render: () => (
      <p>
        <StopMark number={1} /> <StopMark number={12} size="large" />
      </p>
    ),
  },
];
