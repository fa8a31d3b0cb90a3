import type { Example } from "../example.ts";
import { AdoptionLine, Fingerprint } from "./adoption-line.tsx";

export const criteria = [
  "says the vote, the version, the date in force and the fingerprint",
  "stands on every public page, on paper too",
  "the fingerprint is read in groups of four and never breaks across lines",
];

export const examples: Example[] = [
  {
    name: "Adopted",
    render: () => (
      <AdoptionLine
        aside={
          <>
            Fingerprint <Fingerprint value="4be81f09c7d2" href="#fingerprint" />
          </>
        }
      >
        Adopted by the School Committee on May 21, 2026, 7 votes to 0. This is <a href="#v1">version 1</a>, in force
        since July 1, 2026.
      </AdoptionLine>
    ),
  },
];
