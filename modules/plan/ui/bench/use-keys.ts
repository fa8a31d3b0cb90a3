/**
 * A work surface by keyboard. Single letters work only while the person has them on and is not typing (WCAG 2.1.4); every one of
 * them presses a button or follows a link that is on the page, so that nothing can be done by key alone.
 */
import { useEffect, useState } from "react";

export interface BenchKeys {
  /** What each key presses ("a", "Alt+ArrowUp"): the first of these selectors that is on the page. */
  presses: Record<string, readonly string[]>;
  /** Fields that a key leads to. */
  leads: Record<string, readonly string[]>;
  /** The links that j and k walk, from the one that has the focus, or the one that is selected. */
  walk: () => HTMLElement[];
  /** Keys that do something of their own. */
  does?: Record<string, () => void>;
  /** Under this name the browser remembers whether the keys are on. */
  stored: string;
}

export interface KeysState {
  /** Null until the page has come to life: keys pressed before that do nothing. */
  on: boolean | null;
  setOn(on: boolean): void;
}

/** `keys` stays the same from one drawing to the next. */
export function useKeys(keys: BenchKeys): KeysState {
  const { stored } = keys;
  const [on, setStored] = useState<boolean | null>(null);
  useEffect(() => setStored(localStorage.getItem(stored) !== "off"), [stored]);

  useEffect(() => {
    if (on === null) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      // A key held with another is no single letter, and works at all times.
      if (!event.altKey && !on) return;
      const act = actOf(keys, event.altKey ? `Alt+${event.key}` : event.key);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, keys]);

  return {
    on,
    setOn: (wanted) => {
      localStorage.setItem(stored, wanted ? "on" : "off");
      setStored(wanted);
    },
  };
}

function actOf({ presses, leads, walk, does = {} }: BenchKeys, key: string): (() => void) | null {
  if (key === "j" || key === "k") return () => step(walk(), key === "j" ? 1 : -1);
  if (does[key]) return does[key];
  const pressed = first(presses[key]);
  if (pressed) return () => pressed.click();
  const field = first(leads[key]);
  return field && (() => field.focus());
}

function first(selectors: readonly string[] = []): HTMLElement | null {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found && !(found as HTMLButtonElement).disabled) return found;
  }
  return null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;

/** Selects what comes next. */
function step(links: readonly HTMLElement[], by: 1 | -1): void {
  const here = links.indexOf(document.activeElement as HTMLElement);
  const selected = links.findIndex((link) => link.closest("[aria-current=true]") !== null);
  const from = here >= 0 ? here : selected;
  const next = links[from < 0 ? (by > 0 ? 0 : links.length - 1) : from + by];
  next?.focus();
  next?.click();
}
