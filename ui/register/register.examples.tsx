import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { Register } from "./register.tsx";

export const criteria = [
  "each row says when, what and by whose authority; the newest is on top",
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
                <CodeTag code="2.B" href="#2.B" /> <strong>Target moved.</strong> From 9% to 11% by 2031: a half day
                missed is counted since August. <a href="#both">Compare the two</a>
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
                What we do stays as it was.
              </>
            ),
            by: "Superintendent, under policy 3.08",
          },
        ]}
      />
    ),
  },
];
