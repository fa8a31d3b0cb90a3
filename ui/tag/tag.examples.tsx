import type { Example } from "../example.ts";
import { Tag } from "./tag.tsx";

export const criteria = ["one or two words in an outline, in ink", "never a status of a measure, never a colour"];

export const examples: Example[] = [
  {
    name: "A draft",
    render: () => (
      <p>
        Room to grow, version 2 <Tag>Draft</Tag>
      </p>
    ),
  },
];
