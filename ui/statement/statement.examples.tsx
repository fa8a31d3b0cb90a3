import type { Example } from "../example.ts";
import { Statement } from "./statement.tsx";

export const criteria = [
  "the words as adopted, with their address; the kind of statement stands small above them",
  "a lead-in keeps its points; points within points stay within",
  "one statement leads in large type, the others are text",
];

export const examples: Example[] = [
  {
    name: "A mission",
    render: () => (
      <Statement id="st-S1" code="S1" label="Our mission" lead>
        <p>Every learner finds a place and a way on.</p>
      </Statement>
    ),
  },
  {
    name: "A lead-in with points",
    render: () => (
      <Statement id="st-S2" code="S2" label="Our graduates">
        <p>Those who leave Haywater can:</p>
        <ul>
          <li>read a thing closely and say what it claims</li>
          <li>work with people whom they did not choose</li>
          <li>begin again after a failure</li>
        </ul>
      </Statement>
    ),
  },
  {
    name: "Commitments with points of their own",
    render: () => (
      <Statement id="st-S3" code="S3" label="What we commit to">
        <ol>
          <li>
            <strong>We say it plainly.</strong> Families should not need a dictionary.
            <ul>
              <li>Every report can be read in six minutes.</li>
              <li>Every report is there in Spanish on the same day.</li>
            </ul>
          </li>
          <li>
            <strong>We say it early.</strong> A late number is named as late.
          </li>
        </ol>
      </Statement>
    ),
  },
];
