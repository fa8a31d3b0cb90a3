import type { Example } from "../example.ts";
import { AdoptionLine, Fingerprint, WholeFingerprint } from "./adoption-line.tsx";

export const criteria = [
  "says the vote, the version, the date in force and the fingerprint",
  "stands on every public page, on paper too",
  "the fingerprint is read in groups of four and never breaks across lines; the whole one does, so that it fits a phone",
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
  {
    name: "All of a fingerprint",
    render: () => <WholeFingerprint value="4be81f09c7d2a3305b6ef1d89c7a21aa4be81f09c7d2a3305b6ef1d89c7a21aa" />,
  },
];
