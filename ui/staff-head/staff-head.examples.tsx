import type { Example } from "../example.ts";
import { StaffHead } from "./staff-head.tsx";

export const criteria = [
  "one line of words; where you are is bold, stands on a yellow bar and is announced as current",
  "where the line has no room it is one button that opens the same list, without script",
  "a browser that knows no popover shows the list instead of the button",
  "every word is at least 24 pixels high, in the open list 44",
];

const words = ["Plan", "Measures", "Teams", "Evidence", "Community", "Resources", "Publish", "People"];

export const examples: Example[] = [
  {
    name: "Eight sections",
    render: () => (
      <StaffHead
        maker={{ name: "Haywater", href: "#home" }}
        label="Sections"
        menu="Sections"
        links={words.map((text) => ({ href: `#${text.toLowerCase()}`, text, current: text === "Plan" }))}
        self={<a href="#me">Wren Castellanos</a>}
      />
    ),
  },
  {
    name: "Spanish",
    render: () => (
      <StaffHead
        maker={{ name: "Haywater", href: "#inicio" }}
        label="Secciones"
        menu="Secciones"
        links={["Plan", "Mediciones", "Equipos", "Evidencia", "Comunidad", "Recursos", "Publicación", "Personas"].map(
          (text) => ({ href: `#es-${text}`, text, current: text === "Personas" }),
        )}
        self={<a href="#yo">Wren Castellanos</a>}
      />
    ),
  },
];
