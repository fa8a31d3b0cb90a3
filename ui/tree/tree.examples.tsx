import type { Example } from "../example.ts";
import { Facts } from "../facts/facts.tsx";
import { Tree } from "./tree.tsx";

export const criteria = [
  "nested lists: those who hear it are told how deep they are and how many there are",
  "a row selects by its link and leads to its source by another",
  "the selected row shares ground and tag with its line in the source, and its detail opens below it",
  "what an element lacks stands in its row, in words",
];

export const examples: Example[] = [
  {
    name: "A goal with a selected measure",
    render: () => (
      <Tree
        label="The plan as it was read"
        nodes={[
          {
            id: "xP2",
            code: "P2",
            top: true,
            text: "Every learner is present, known and needed",
            href: "?at=P2",
            place: { href: "#x62", text: "line 62" },
            nodes: [
              {
                id: "x2.1",
                code: "2.1",
                text: "Greet every learner by name, every morning.",
                href: "?at=2.1",
                place: { href: "#x63", text: "line 63" },
              },
              {
                id: "x2.B",
                code: "2.B",
                here: true,
                text: "Days missed fall by 4% annually from 19.8% in June 2026.",
                href: "?at=2.B",
                place: { href: "#x64", text: "line 64" },
                detail: (
                  <Facts
                    items={[
                      { term: "Start", value: "19.8%, June 2026" },
                      { term: "End date", value: "the document does not say", missing: true },
                    ]}
                  />
                ),
              },
              {
                id: "x2.C",
                code: "2.C",
                text: "Belonging rises.",
                lacks: "(no number, no date)",
                href: "?at=2.C",
                place: { href: "#x67", text: "line 67" },
              },
            ],
          },
        ]}
      />
    ),
  },
];
