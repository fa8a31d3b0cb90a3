import type { Example } from "../example.ts";
import { WorkMark } from "./work-mark.tsx";

export const criteria = [
  "one square a step, filled when done, in ink and in no other colour",
  "the words say the same as the squares; more than twelve steps are said and not drawn",
];

export const examples: Example[] = [
  {
    name: "Some done",
    render: () => (
      <WorkMark done={3} of={5}>
        3 of 5 steps taken
      </WorkMark>
    ),
  },
  {
    name: "Too many to draw",
    render: () => (
      <WorkMark done={17} of={31}>
        17 of 31 schools have begun
      </WorkMark>
    ),
  },
];
