import { Block } from "../block/block.tsx";
import type { Example } from "../example.ts";
import { Columns } from "./columns.tsx";

export const criteria = ["side by side while there is room, else one under the other in reading order"];

export const examples: Example[] = [
  {
    name: "More room for the first",
    render: () => (
      <Columns kind="lead">
        <Block heading="What we do about it" level={3}>
          <p>Three steps, one of them late.</p>
        </Block>
        <Block heading="How the target moved" level={3}>
          <p>It has not.</p>
        </Block>
      </Columns>
    ),
  },
];
