import { CodeTag } from "../code-tag/code-tag.tsx";
import type { Example } from "../example.ts";
import { Crumb } from "./crumb.tsx";

export const criteria = [
  "every step but the last is a link; the last is the page itself and is announced as such",
  "a separator never begins a line, and is not read aloud",
];

export const examples: Example[] = [
  {
    name: "To an element",
    render: () => (
      <Crumb
        label="Where this stands"
        steps={[
          { href: "#plan", text: "Room to grow" },
          { href: "#P2", text: "Priority 2, every learner is present, known and needed" },
          { text: <CodeTag code="2.B" here /> },
        ]}
      />
    ),
  },
];
