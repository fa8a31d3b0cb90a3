import type { Example } from "../example.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export const criteria = [
  "is read aloud and copied with its sentence, and takes no room",
  "never hides something that a seeing reader needs too",
];

export const examples: Example[] = [
  {
    name: "The name in a button that the row already shows",
    render: () => (
      <p>
        <a href="#ask">
          Ask<VisuallyHidden> Noor Haddad about the late figure</VisuallyHidden>
        </a>
      </p>
    ),
  },
];
