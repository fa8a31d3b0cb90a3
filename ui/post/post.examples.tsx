import type { Example } from "../example.ts";
import { Branch, Post, PostStop } from "./post.tsx";

export const criteria = [
  "one heavy line runs down the page; sections are numbered stops on it",
  "a goal's blade is nailed to the line and points at the goal's sentence; a long word on it wraps",
  "each stop and each goal has an address of its own",
  "on paper the line goes on from sheet to sheet",
];

export const examples: Example[] = [
  {
    name: "Two stops, the second with goals",
    render: () => (
      <Post>
        <PostStop number={1} id="post-who" heading="Who we are">
          <p>Eleven schools between the salt marsh and the ridge.</p>
        </PostStop>
        <PostStop number={2} id="post-where" heading="Where we are going">
          <Branch
            id="post-p1"
            blade="Priority 1"
            heading="Every learner reads to learn before grade four"
            lead={<p>Reading opens every other door.</p>}
          />
          <Branch id="post-p2" blade="Prioridad estratégica 2" heading="Every learner is present, known and needed" />
        </PostStop>
      </Post>
    ),
  },
];
