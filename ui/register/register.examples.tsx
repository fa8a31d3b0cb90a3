import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { Register } from "./register.tsx";

export const criteria = [
  "date, code and change in words, authority; newest first",
  "three columns, no zebra; under each other on a phone",
];

export const examples: Example[] = [
  {
    name: "What changed",
    render: () => (
      <Register
        caption="Changes to the plan"
        heads={["Date", "What changed", "By whom"]}
        rows={[
          {
            key: "2",
            on: "2027-02-10",
            when: "February 10, 2027",
            what: (
              <>
                <CodeTag code="2.B" href="#2.B" /> <strong>Target moved.</strong> From 9% to 11% by 2031, because half
                days now count. <a href="#both">See both versions</a>
              </>
            ),
            by: "Committee vote, 5 to 2",
          },
          {
            key: "1",
            on: "2026-09-15",
            when: "September 15, 2026",
            what: (
              <>
                <CodeTag code="1.2" href="#1.2" /> <strong>Wording.</strong> “Tier II block” became “small-group time.”
                The promise is the same.
              </>
            ),
            by: "Superintendent, under policy 3.08",
          },
        ]}
      />
    ),
  },
];
