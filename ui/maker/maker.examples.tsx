import type { Example } from "../example.ts";
import { Maker } from "./maker.tsx";

export const criteria = [
  "names whose page this is and leads home",
  "the drawing says nothing that the name does not, so it is not read aloud",
  "a long name wraps beside the drawing and is never cut",
];

export const examples: Example[] = [
  { name: "A district", render: () => <Maker name="Haywater Public Schools" href="#home" /> },
  {
    name: "A long name",
    render: () => (
      <Maker name="Distrito Escolar Unificado de los Valles del Norte y la Costa de Haywater" href="#home" />
    ),
  },
];
