/** Hovering or focusing a line shows its element, and the other way round. Without script, selecting does the same. */
import { type RefObject, useEffect } from "react";

const ECHO = "data-echo";

export function useEcho(bench: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = bench.current;
    if (root === null) return;
    let echoed: Element[] = [];
    const show = (event: Event): void => {
      const target = event.target instanceof Element ? event.target : null;
      const found = target === null ? [] : counterparts(root, target);
      if (found.length === echoed.length && found.every((each, at) => each === echoed[at])) return;
      for (const each of echoed) each.removeAttribute(ECHO);
      for (const each of found) each.setAttribute(ECHO, "");
      echoed = found;
      const into = found.find((each) => each.closest(".pane-scroll") !== target?.closest(".pane-scroll"));
      if (event.type === "focusin") into?.scrollIntoView({ block: "nearest" });
    };
    const events = ["pointerover", "focusin"] as const;
    for (const name of events) root.addEventListener(name, show);
    return () => {
      for (const name of events) root.removeEventListener(name, show);
      for (const each of echoed) each.removeAttribute(ECHO);
    };
  }, [bench]);
}

/** Line and element that belong together, whichever of them is pointed at. */
function counterparts(root: HTMLElement, target: Element): Element[] {
  const line = target.closest(".source-lines > li");
  if (line) {
    const at = new URLSearchParams(line.querySelector("a")?.getAttribute("href")?.split("#")[0]).get("at");
    const row = at === null ? null : root.querySelector(`#${CSS.escape(`e-${at}`)}`);
    return row ? [line, row] : [];
  }
  const row = target.closest(".tree-row");
  if (!row) return [];
  const at = row.id.slice(2);
  const lines = [...root.querySelectorAll(`.source-lines a[href^="?at=${encodeURIComponent(at)}#"]`)].map((link) =>
    link.closest("li"),
  );
  return [row, ...lines.filter((each) => each !== null)];
}
