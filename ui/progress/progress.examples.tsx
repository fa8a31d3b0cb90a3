import type { Example } from "../example.ts";
import { Progress } from "./progress.tsx";

export const criteria = [
  "named, and its numbers said in words",
  "for machines only: the work of people has the work mark",
];

export const examples: Example[] = [
  {
    name: "Reading a document",
    render: () => (
      <Progress label="Reading the document" value={124} max={188}>
        124 of 188 lines
      </Progress>
    ),
  },
  { name: "No one knows how far", render: () => <Progress label="Waiting for the file to be checked" /> },
];
