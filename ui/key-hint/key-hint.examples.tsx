import type { Example } from "../example.ts";
import { KeyHint } from "./key-hint.tsx";

export const criteria = ["each key is drawn as a key, its words follow", "nothing can be done by key alone"];

export const examples: Example[] = [
  {
    name: "Four keys",
    render: () => (
      <KeyHint
        label="Keys that work here"
        hints={[
          { keys: ["J", "K"], does: "down, up" },
          { keys: ["O"], does: "next open line" },
          { keys: ["?"], does: "all keys" },
        ]}
      />
    ),
  },
];
