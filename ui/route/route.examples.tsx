import type { Example } from "../example.ts";
import { Route } from "./route.tsx";

export const criteria = [
  "an ordered list of the sections of this page",
  "runs across a wide window and down a narrow one",
  "is left out on paper, where pages are turned and not jumped",
];

export const examples: Example[] = [
  {
    name: "Five stops",
    render: () => (
      <Route
        label="On this page"
        stops={[
          { href: "#who", text: "Who we are" },
          { href: "#where", text: "Where we are going" },
          { href: "#know", text: "How we will know" },
          { href: "#changed", text: "What changed since the board adopted it" },
          { href: "#ask", text: "Ask" },
        ]}
      />
    ),
  },
];
