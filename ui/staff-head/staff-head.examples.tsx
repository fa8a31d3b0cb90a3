import type { Example } from "../example.ts";
import { StaffHead } from "./staff-head.tsx";

export const criteria = [
  "the sections are words in a line; the present one is bold over a yellow bar and is announced as current",
  "in a narrow window a button opens them as a list, without script",
  "a browser that knows no popover shows the list instead of the button",
  "every word is at least 24 pixels high, in the open list 44",
];

const words = ["Plan", "Documents", "Measures", "Meetings", "Schools", "Releases", "People"];

export const examples: Example[] = [
  {
    name: "Seven sections",
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
