import type { Example } from "../example.ts";
import { VisuallyHidden } from "../visually-hidden/visually-hidden.tsx";
import { ActionRow, Button, ButtonLink } from "./button.tsx";

export const criteria = [
  "a view has one filled button, all others are outlines",
  "44 pixels high or more, and never yellow",
  "short verbs; where a row repeats the verb, hidden words say on what it acts",
  "a key that does the same is announced as a shortcut and not read as part of the name",
];

export const examples: Example[] = [
  {
    name: "A row",
    render: () => (
      <ActionRow>
        <Button first hotkey="Enter">
          Keep as read
        </Button>
        <Button hotkey="A">Set aside</Button>
        <ButtonLink href="#file">Take the file</ButtonLink>
        <Button plain>Withdraw</Button>
        <a href="#later">Later</a>
      </ActionRow>
    ),
  },
  {
    name: "In rows that repeat, and one that cannot be pressed",
    render: () => (
      <ActionRow>
        <Button>
          Ask<VisuallyHidden> Noor Haddad</VisuallyHidden>
        </Button>
        <Button disabled>Publish</Button>
      </ActionRow>
    ),
  },
];
