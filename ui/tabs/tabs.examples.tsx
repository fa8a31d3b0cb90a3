import type { Example } from "../example.ts";
import { Tabs } from "./tabs.tsx";

export const criteria = [
  "links, not script: each part has an address",
  "where you are is bold, stands on yellow and is announced; on a phone the row wraps",
];

export const examples: Example[] = [
  {
    name: "Three parts",
    render: () => (
      <Tabs
        label="Parts of this version"
        links={[
          { href: "#text", text: "The text", current: true },
          { href: "#compare", text: "Compared with version 1" },
          { href: "#votes", text: "Votes" },
        ]}
      />
    ),
  },
];
