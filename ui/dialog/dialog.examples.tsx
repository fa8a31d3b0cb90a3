import { Button } from "../button/button.tsx";
import type { Example } from "../example.ts";
import { Dialog } from "./dialog.tsx";

export const criteria = [
  "the browser's own dialog: the focus stays inside, Escape closes it and the focus returns",
  "its heading is the question, its buttons are the answers",
  "nothing depends on it: where it cannot open, the same question has a page",
];

export const examples: Example[] = [
  {
    name: "Opened by its button",
    render: () => (
      <>
        <Button opens="withdraw-dialog">Withdraw the invitation</Button>
        <Dialog
          id="withdraw-dialog"
          heading="Withdraw the invitation to Noor Haddad?"
          close="Keep it"
          actions={<Button first>Withdraw it</Button>}
        >
          <p>The link in the mail stops working at once. Noor is not told.</p>
        </Dialog>
      </>
    ),
  },
  {
    name: "Standing in the page",
    render: () => (
      <Dialog
        open
        id="leave-dialog"
        heading="Leave four lines open?"
        close="Go back"
        actions={<Button first>Leave them open</Button>}
      >
        <p>Nothing is lost: the document keeps them, and you can come back tomorrow.</p>
      </Dialog>
    ),
  },
];
