import { ActionRow, ButtonLink } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { Stops } from "./stops.tsx";

export const criteria = [
  "an ordered list: those who hear it are told how many there are",
  "the yellow stop is where we are, and is announced as the current step",
];

export const examples: Example[] = [
  {
    name: "Four evenings",
    render: () => (
      <Stops
        stops={[
          {
            heading: "January 14, Priority 2",
            now: true,
            children: (
              <>
                <p>The report wants one paragraph from you.</p>
                <ActionRow>
                  <ButtonLink href="#write" first>
                    Write it
                  </ButtonLink>
                </ActionRow>
              </>
            ),
          },
          { heading: "February 11, Priority 3", children: <p>The winter survey closes on January 30.</p> },
          { heading: "March 11, both guardrails", children: <p>Once a year.</p> },
        ]}
      />
    ),
  },
];
