import type { Example } from "../example.ts";
import { Stack } from "./stack.tsx";

export const criteria = ["the room between its parts is even, whatever the parts are"];

export const examples: Example[] = [
  {
    name: "Tight",
    render: () => (
      <Stack room="tight">
        <p>First the door.</p>
        <p>Then the stairs.</p>
      </Stack>
    ),
  },
];
