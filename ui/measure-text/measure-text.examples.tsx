import type { Example } from "../example.ts";
import { Facts } from "../facts/facts.tsx";
import { MeasureLine } from "../measure-line/measure-line.tsx";
import { Note } from "../note/note.tsx";
import { StatusLine } from "../status-line/status-line.tsx";
import { StatusMark } from "../status-mark/status-mark.tsx";
import { MeasureText } from "./measure-text.tsx";

export const criteria = [
  "the sentence comes first and largest; code above, status below",
  "before there is a reading it says what was promised and when the first number comes",
  "a drawing stands beside the sentence, on a phone below it",
];

export const examples: Example[] = [
  {
    name: "Promised, not read yet",
    render: () => (
      <MeasureText
        id="mt-1A"
        code="1.A"
        said="By spring 2031 two of three children read well when they leave third grade. Today it is not half."
        status={
          <StatusLine
            facts={[
              <StatusMark key="s" status="data-due">
                Data due
              </StatusMark>,
              "first reading May 2027",
            ]}
          />
        }
        beside={
          <Facts
            items={[
              { term: "Start", value: "44%, spring 2026" },
              { term: "Target", value: "65%, spring 2031" },
              { term: "Counted by", value: "state reading test, grade 3" },
            ]}
          />
        }
      />
    ),
  },
  {
    name: "Read",
    render: () => (
      <MeasureText
        id="mt-2B"
        code="2.B"
        href="#2B"
        said="Nearly one child in five still misses many days. It was a little worse last year, and should be 18 of 100 by now."
        status={
          <StatusLine
            facts={[
              <StatusMark key="s" status="drifting">
                Drifting
              </StatusMark>,
              "read June 2027",
              "5,204 students",
            ]}
          />
        }
        beside={
          <MeasureLine
            title="Days missed"
            desc="From 19.8 percent in 2026 to 19.1 percent in 2027, above the path that falls to 11 percent in 2031. Lower is better."
            from={2026}
            until={2031}
            start={{ at: 2026, value: 19.8, text: "19.8%" }}
            readings={[{ at: 2027, value: 19.1, text: "19.1%", low: 18.2, high: 20 }]}
            target={{ at: 2031, value: 11, text: "11%" }}
            ticks={[
              { at: 2026, text: "2026" },
              { at: 2027, text: "2027" },
              { at: 2031, text: "2031" },
            ]}
          />
        }
      />
    ),
  },
  {
    name: "Cannot be counted yet",
    render: () => (
      <MeasureText
        id="mt-3C"
        code="3.C"
        said="How many graduates are where they meant to be a year later? No one knows so far."
        status={
          <StatusLine
            facts={[
              <StatusMark key="s" status="not-yet">
                Not yet measurable
              </StatusMark>,
              "first count October 2027",
            ]}
          />
        }
        beside={
          <Note>
            No one has asked graduates before. Odile Marchetti, director of counseling, sets the starting point.
          </Note>
        }
      />
    ),
  },
];
