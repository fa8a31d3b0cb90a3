import type { Example } from "../example.ts";
import { Languages } from "./languages.tsx";

export const criteria = [
  "each language is named in itself and marked with its code, so that it is spoken rightly",
  "the present language is bold, stands on yellow, and is announced as current",
  "is a set of links to the same page, not a menu",
];

export const examples: Example[] = [
  {
    name: "Two languages",
    render: () => (
      <Languages
        label="Language of this page"
        links={[
          { lang: "en", href: "#en", text: "English", current: true },
          { lang: "es", href: "#es", text: "Español" },
        ]}
      />
    ),
  },
];
