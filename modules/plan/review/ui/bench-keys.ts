/**
 * The review by keyboard. Single letters work only while the reviewer has them on and is not typing (WCAG 2.1.4); every one of
 * them presses a button or follows a link that is on the page, so that nothing can be done by key alone.
 */
import { useEffect, useState } from "react";

/** What each key presses: the first of these that is on the page. */
const KEYS: Record<string, string[]> = {
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
};

/** Fields that a key leads to. */
const FIELDS: Record<string, string[]> = {
  t: ["#retype", "#accept-as"],
  m: ["#move"],
  g: ["[data-step=merge] button"],
  s: ["#split"],
  e: ["#level-0"],
};

const STORED = "guidepost-review-keys";

/** `on` is null until the page has come to life: keys pressed before that do nothing. */
export function useBenchKeys(): { on: boolean | null; setOn(on: boolean): void } {
  const [on, setStored] = useState<boolean | null>(null);
  useEffect(() => setStored(localStorage.getItem(STORED) !== "off"), []);

  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector("dialog[open]")
      )
        return;
      if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        step(event.key === "j" ? 1 : -1);
        return;
      }
      if (event.key === "h" || event.key === "l") {
        event.preventDefault();
        crossOver();
        return;
      }
      const found = first(KEYS[event.key]) ?? first(FIELDS[event.key]);
      if (!found) return;
      event.preventDefault();
      if (FIELDS[event.key]) found.focus();
      else found.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  return {
    on,
    setOn: (wanted) => {
      localStorage.setItem(STORED, wanted ? "on" : "off");
      setStored(wanted);
    },
  };
}

function first(selectors: string[] = []): HTMLElement | null {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found && !(found as HTMLButtonElement).disabled) return found;
  }
  return null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;

/** Down or up the tree (or the lines, if that is where the reviewer is), selecting what comes next. */
function step(by: 1 | -1): void {
  const inLines = document.activeElement?.closest(".source-lines") != null;
  const links = [
    ...document.querySelectorAll<HTMLElement>(inLines ? ".source-lines .source-to a" : ".tree .tree-words"),
  ];
  const here = links.indexOf(document.activeElement as HTMLElement);
  const selected = links.findIndex((link) => link.closest("[aria-current=true]") !== null);
  const from = here >= 0 ? here : selected;
  const next = links[from < 0 ? (by > 0 ? 0 : links.length - 1) : from + by];
  next?.focus();
  next?.click();
}

/** From a line to its element, and back. */
function crossOver(): void {
  const inLines = document.activeElement?.closest(".source-lines") != null;
  const other = inLines
    ? ".tree [aria-current=true] .tree-words"
    : ".source-lines [aria-current=true] a, .source-lines a";
  document.querySelector<HTMLElement>(other)?.focus();
}
