import type { Example } from "../example.ts";
import { PublicHead } from "./public-head.tsx";

export const criteria = [
  "whose page it is comes first, then the few ways, then the languages",
  "on a phone the ways stand in a second row and nothing is behind a button",
  "on paper only the name of the maker is left",
];

export const examples: Example[] = [
  {
    name: "English",
    render: () => (
      <PublicHead
        maker={{ name: "Haywater Public Schools", href: "#home" }}
        label="Plan site"
        links={[
          { href: "#plan", text: "The plan", current: true },
          { href: "#changed", text: "What changed" },
        ]}
        languages={{
          label: "Language",
          links: [
            { lang: "en", href: "#en", text: "English", current: true },
            { lang: "es", href: "#es", text: "Español" },
          ],
        }}
      />
    ),
  },
  {
    name: "Spanish, with a long name",
    render: () => (
      <PublicHead
        maker={{ name: "Escuelas Públicas del Condado de Haywater", href: "#inicio" }}
        label="Sitio del plan"
        links={[
          { href: "#el-plan", text: "El plan estratégico" },
          { href: "#cambios", text: "Qué ha cambiado", current: true },
        ]}
        languages={{
          label: "Idioma",
          links: [
            { lang: "en", href: "#en", text: "English" },
            { lang: "es", href: "#es", text: "Español", current: true },
          ],
        }}
      />
    ),
  },
];
