import type { Example } from "../example.ts";
import { Foot } from "./foot.tsx";

export const criteria = ["says in one line whom to ask", "its links are a named list; on paper only the line is left"];

export const examples: Example[] = [
  {
    name: "With links",
    render: () => (
      <Foot
        label="About this site"
        links={[
          { href: "#protect", text: "Why some numbers are hidden" },
          { href: "#access", text: "Accessibility" },
        ]}
      >
        Haywater Public Schools, 12 Ropewalk Lane. Questions: <a href="#mail">plan@haywater.example</a>
      </Foot>
    ),
  },
];
