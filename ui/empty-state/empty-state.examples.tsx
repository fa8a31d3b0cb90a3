import { ActionRow, ButtonLink } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { EmptyState } from "./empty-state.tsx";

export const criteria = [
  "teaches in three steps: the thing, one example of it, the first action",
  "no illustration: an example says more",
];

export const examples: Example[] = [
  {
    name: "Before the calendar is known",
    render: () => (
      <EmptyState
        example={
          <p>
            So it might look: <strong>January 14, Priority 2.</strong> A report of two pages, in your hands on December
            18 and in the committee’s on January 6.
          </p>
        }
        actions={
          <ActionRow>
            <ButtonLink href="#meetings" first>
              Type in the evenings
            </ButtonLink>
            <a href="#calendar">Take them from a calendar</a>
          </ActionRow>
        }
      >
        <p>The committee hears about one priority an evening. Once its calendar is known, we share the evenings out.</p>
      </EmptyState>
    ),
  },
];
