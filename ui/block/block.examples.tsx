import type { Example } from "../example.ts";
import { Block } from "./block.tsx";

export const criteria = [
  "a heavy rule above, nothing below and nothing at the sides",
  "a named region, so that those who hear the page can go from block to block",
];

export const examples: Example[] = [
  {
    name: "With a way to more",
    render: () => (
      <Block heading="Whom we wait for" more={<a href="#all">Nine of eleven are current</a>}>
        <p>Two schools have not said anything since November.</p>
      </Block>
    ),
  },
];
