import { Button } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { Flash } from "./flash.tsx";

export const criteria = [
  "is announced when it arrives, and does not take the focus",
  "stays until the next page: nothing that matters disappears by itself",
  "offers the way back where there is one",
];

export const examples: Example[] = [
  {
    name: "With the way back",
    render: () => (
      <Flash
        action={
          <Button plain name="undo" value="line-57">
            Undo
          </Button>
        }
      >
        Line 57 is set aside.
      </Flash>
    ),
  },
];
