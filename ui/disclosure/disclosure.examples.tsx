import type { Example } from "../example.ts";
import { Disclosure } from "./disclosure.tsx";

export const criteria = ["opens without script", "what is inside is printed, open or not"];

export const examples: Example[] = [
  {
    name: "Closed",
    render: () => (
      <Disclosure summary="Nineteen elements are the same">
        <p>All of Priority 1, all of Priority 3, and both guardrails.</p>
      </Disclosure>
    ),
  },
];
