import type { Example } from "../example.ts";
import { Block } from "./block.tsx";

export const criteria = [
  "one heavy rule above, none below and none at the sides: rules and space, not boxes",
  "a named region, so that those who hear the page can go from block to block",
];

export const examples: Example[] = [
  {
    name: "With a way to more",
    render: () => (
      <Block heading="Who owes an update" more={<a href="#all">Nine of eleven are current</a>}>
        <p>Two schools have not said anything since November.</p>
      </Block>
    ),
  },
];
