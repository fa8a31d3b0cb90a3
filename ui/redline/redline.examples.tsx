import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { Facts } from "../facts/facts.tsx";
import { Notice } from "../notice/notice.tsx";
import { Redline, RedlineText } from "./redline.tsx";

export const criteria = [
  "old at the start, new at the end; on a phone under each other, each side with its version",
  "what went is struck through, what came has a double underline: colour only helps",
  "those who hear the page are told what was added and what was dropped",
  "every change has its reason, its authority and its vote beside it",
];

const words = { added: "added", dropped: "dropped" };

export const examples: Example[] = [
  {
    name: "A target moved",
    render: () => (
      <Redline
        id="redline-2b"
        code={<CodeTag code="2.B" />}
        heading="Target moved"
        note="Amendment 1"
        was={{
          name: "Version 1",
          text: (
            <RedlineText
              {...words}
              parts={[
                { text: "Days missed fall from 19.8% in June 2026 to " },
                { text: "9%", change: "dropped" },
                { text: " by June 2031." },
              ]}
            />
          ),
        }}
        now={{
          name: "Version 2",
          text: (
            <RedlineText
              {...words}
              parts={[
                { text: "Days missed fall from 19.8% in June 2026 to " },
                { text: "11%", change: "added" },
                { text: " by June 2031." },
              ]}
            />
          ),
        }}
        ground={
          <Facts
            layout="across"
            items={[
              {
                term: "Reason",
                value: "Since August a half day missed is counted. With it the old target would be about 11%.",
              },
              {
                term: "Authority",
                value: "School Committee. Policy 3.08 lets no one else change a target.",
              },
              { term: "Vote", value: "5 for, 2 against. Against: Abara, Lindgren." },
            ]}
          />
        }
        effect={<Notice says="What it does to the status: nothing yet. No reading has been taken." />}
      />
    ),
  },
  {
    name: "An element dropped",
    render: () => (
      <Redline
        id="redline-44"
        code={<CodeTag code="4.4" />}
        heading="Strategy dropped"
        was={{
          name: "Version 1",
          text: <RedlineText {...words} parts={[{ text: "Open a second boathouse by 2028.", change: "dropped" }]} />,
        }}
        now={{ name: "Version 2", text: "Gone. No other element will be given its code.", none: true }}
      />
    ),
  },
  {
    name: "Both in one text",
    render: () => (
      <Redline
        id="redline-13"
        code={<CodeTag code="1.3" />}
        heading="Wording"
        one={
          <RedlineText
            {...words}
            parts={[
              { text: "Extra help four days a week" },
              { text: " outside class", change: "dropped" },
              { text: ", never during core reading", change: "added" },
              { text: "." },
            ]}
          />
        }
      />
    ),
  },
];
