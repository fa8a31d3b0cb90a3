/** The keys of the review. */
import type { BenchKeys } from "../../ui/bench/use-keys.ts";

const isInLines = (): boolean => document.activeElement?.closest(".source-lines") != null;

export const REVIEW_KEYS: BenchKeys = {
  presses: {
    "[": ["button[value=promote]"],
    "]": ["button[value=demote]"],
    K: ["button[value=raise]"],
    J: ["button[value=lower]"],
    a: ["button[value=set-aside]", ".left-detail button[aria-keyshortcuts=A]"],
    u: ["button[value=undo]"],
    r: ["button[value=redo]"],
    o: ["[data-key=next-open]"],
    w: ["[data-key=warnings]"],
    "?": ["[data-key-button=all-keys] button"],
  },
  leads: {
    t: ["#retype", "#accept-as"],
    m: ["#move"],
    g: ["[data-step=merge] button"],
    s: ["#split"],
    e: ["#level-0"],
  },
  // Down or up the tree, or the lines, if that is where the reviewer is.
  walk: () => [
    ...document.querySelectorAll<HTMLElement>(isInLines() ? ".source-lines .source-to a" : ".tree .tree-words"),
  ],
  does: { h: crossOver, l: crossOver },
  stored: "guidepost-review-keys",
};

/** From a line to its element, and back. */
function crossOver(): void {
  const other = isInLines()
    ? ".tree [aria-current=true] .tree-words"
    : ".source-lines [aria-current=true] a, .source-lines a";
  document.querySelector<HTMLElement>(other)?.focus();
}
