import type { Example } from "../example.ts";
import { HomePage } from "./pages/home.tsx";
import { PeoplePage } from "./pages/people.tsx";
import { PlanPage } from "./pages/plan.tsx";
import { ReviewPage } from "./pages/review.tsx";
import { SignInPage } from "./pages/sign-in.tsx";

export const criteria = [
  "what the visitor came for is on the first screen",
  "one first heading, a sentence wherever something was found; then the evidence",
  "a block has a heavy rule above it and quiet ones between its rows, and no box",
  "only one button is filled",
  "reads as well at 320 pixels, in the dark, on paper and in the reader's own colours",
];

export const examples: Example[] = [
  { name: "A public plan", alone: true, render: () => <PlanPage /> },
  { name: "Reviewing a document", alone: true, render: () => <ReviewPage /> },
  { name: "Signing in", alone: true, render: () => <SignInPage /> },
  { name: "Signing in, refused", alone: true, render: () => <SignInPage refused /> },
  { name: "People", alone: true, render: () => <PeoplePage /> },
  { name: "A home with nothing in it yet", alone: true, render: () => <HomePage /> },
];
