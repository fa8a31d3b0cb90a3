import { ActionRow, ButtonLink } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { Notice } from "./notice.tsx";

export const criteria = [
  "a heavy line in ink at its start; no icon, no tint",
  "begins with the state of things; the remedy follows",
];

export const examples: Example[] = [
  {
    name: "With an action",
    render: () => (
      <Notice says="The file has no dates for its targets.">
        <p>The plan can be kept without them. Each measure then says that its date is the document does not say.</p>
        <ActionRow>
          <ButtonLink href="#dates">Add the dates</ButtonLink>
        </ActionRow>
      </Notice>
    ),
  },
];
