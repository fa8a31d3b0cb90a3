import { ActionRow, ButtonLink } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { EmptyState } from "./empty-state.tsx";

export const criteria = [
  "says what this is, shows one worked example, and offers the way to begin",
  "no drawing of an empty box",
];

export const examples: Example[] = [
  {
    name: "Before the meeting dates are known",
    render: () => (
      <EmptyState
        example={
          <p>
            For example: <strong>January 14, Priority 2.</strong> Two measures, one of them late. Drafted on December
            18, your words by January 6.
          </p>
        }
        actions={
          <ActionRow>
            <ButtonLink href="#meetings" first>
              Add the meeting dates
            </ButtonLink>
            <a href="#calendar">Load them from a calendar file</a>
          </ActionRow>
        }
      >
        <p>Each priority gets its evening. When the committee’s dates are here, its report drafts itself.</p>
      </EmptyState>
    ),
  },
];
