import type { Example } from "../example.ts";
import { TextArea } from "./text-area.tsx";

export const criteria = ["grows with its words where the browser can, and can be drawn larger by hand"];

export const examples: Example[] = [
  {
    name: "A reason",
    render: () => <TextArea name="ta-reason" label="Reason" hint="Two sentences at most. The public reads them." />,
  },
];
