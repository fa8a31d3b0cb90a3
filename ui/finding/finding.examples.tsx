import type { Example } from "../example.ts";
import { Finding } from "./finding.tsx";

export const criteria = [
  "the page's first heading is what one colleague would tell another in the corridor",
  "a link in the sentence leads to its evidence on the same page",
  "a title is for a book and its cover; a work surface speaks more softly",
];

export const examples: Example[] = [
  {
    name: "A sentence",
    render: () => (
      <Finding over="Tuesday, January 5, 2027" lede="Everything else is as it was on Friday.">
        Two measures wait for <a href="#numbers">their first number</a>. The committee sees{" "}
        <a href="#next">Priority 2</a> in nine days.
      </Finding>
    ),
  },
  {
    name: "A title",
    render: () => (
      <Finding
        voice="title"
        lede="The plan of Haywater’s eleven public schools, 2026 to 2031."
        stand={<p>Adopted in May. The first readings come in January.</p>}
      >
        Room to grow
      </Finding>
    ),
  },
  {
    name: "At the desk",
    render: () => (
      <Finding voice="desk" over="Room-to-grow-final.docx, loaded today at 9:40. Still a draft.">
        Four lines wait for you, and one number has two meanings
      </Finding>
    ),
  },
];
