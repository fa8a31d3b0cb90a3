import type { Example } from "../example.ts";
import { Foot } from "../foot/foot.tsx";
import { Maker } from "../maker/maker.tsx";
import { Page } from "./page.tsx";

export const criteria = [
  "the skip link is the first stop of the keyboard and lands on the main part",
  "a short page still fills the window, with the foot at its end",
  "the main part is the only one on its page, and has the id main",
];

export const examples: Example[] = [
  {
    name: "A page with little on it",
    alone: true,
    render: () => (
      <Page
        skip="Skip to the content"
        head={
          <header>
            <Maker name="Haywater Public Schools" href="#home" />
          </header>
        }
        foot={<Foot>Haywater Public Schools, 12 Ropewalk Lane.</Foot>}
      >
        <h1>There is no page at this address</h1>
        <p>
          It may have moved when the plan did. <a href="#plan">Begin at the plan</a>
        </p>
      </Page>
    ),
  },
];
