import type { Example } from "../example.ts";
import { Pager } from "./pager.tsx";

export const criteria = ["says where we are in words", "the links say what they lead to, not only forward and back"];

export const examples: Example[] = [
  {
    name: "In the middle",
    render: () => (
      <Pager
        label="Pages of the register"
        previous={{ href: "?page=1", text: "Newer" }}
        next={{ href: "?page=3", text: "Older" }}
      >
        31 to 60 of 214
      </Pager>
    ),
  },
  {
    name: "At the start",
    render: () => (
      <Pager label="Pages of the second register" next={{ href: "?page=2", text: "Older" }}>
        1 to 30 of 214
      </Pager>
    ),
  },
];
