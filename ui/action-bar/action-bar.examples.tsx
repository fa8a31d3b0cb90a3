import { Button } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { KeyHint } from "../key-hint/key-hint.tsx";
import { ActionBar } from "./action-bar.tsx";

export const criteria = [
  "stays at the lower edge of the window while its work is in sight, and never covers a low one",
  "what has focus is never hidden behind it",
];

export const examples: Example[] = [
  {
    name: "With keys",
    render: () => (
      <ActionBar aside={<KeyHint label="Keys for the bar" hints={[{ keys: ["J", "K"], does: "down, up" }]} />}>
        <Button first hotkey="Enter">
          Keep as read
        </Button>
        <Button hotkey="A">Set aside</Button>
      </ActionBar>
    ),
  },
];
