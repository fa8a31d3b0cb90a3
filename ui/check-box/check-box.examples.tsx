import type { Example } from "../example.ts";
import { CheckBox, CheckGroup } from "./check-box.tsx";

export const criteria = [
  "the words say what is so when it is ticked; nothing is ticked in advance that gives something away",
];

export const examples: Example[] = [
  {
    name: "One",
    render: () => (
      <CheckBox
        name="cb-vote"
        label="The committee voted on exactly this text"
        hint="Its fingerprint goes into the minutes."
      />
    ),
  },
  {
    name: "A few",
    render: () => (
      <CheckGroup
        name="cg-schools"
        legend="For which schools?"
        defaultValues={["dune"]}
        options={[
          { value: "dune", label: "Dune Road" },
          { value: "harbor", label: "Harbor Hill" },
        ]}
      />
    ),
  },
];
