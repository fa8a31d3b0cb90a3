import type { Example } from "../example.ts";
import { Signpost } from "./signpost.tsx";

export const criteria = [
  "names the ways from here, not more than seven, in a few words each",
  "stands on the line that follows it",
  "long words wrap inside their arm",
];

export const examples: Example[] = [
  {
    name: "Four goals",
    render: () => (
      <Signpost
        label="The four priorities"
        blades={[
          { href: "#s1", number: 1, text: "Reading to learn" },
          { href: "#s2", number: 2, text: "Present, known, needed" },
          { href: "#s3", number: 3, text: "A way on for every graduate" },
          { href: "#s4", number: 4, text: "Colleagues who stay" },
        ]}
      />
    ),
  },
  {
    name: "Long words, no numbers",
    render: () => (
      <Signpost
        label="Otros caminos"
        blades={[
          { href: "#leer", text: "Leer el plan estratégico del distrito completo" },
          { href: "#cambios", text: "Qué ha cambiado desde la adopción" },
        ]}
      />
    ),
  },
];
