/** Links within a work surface select; with script they do so without loading the page anew, and the focus stays where it is. */
import { type RefObject, useEffect, useRef } from "react";
import { useNavigate } from "react-router";

export function useLinks(bench: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const root = bench.current;
    if (root === null) return;
    const follow = (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const href = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
      if (!href?.startsWith("?")) return;
      event.preventDefault();
      void navigate(href.split("#")[0] as string, { preventScrollReset: true, replace: true });
    };
    root.addEventListener("click", follow);
    return () => root.removeEventListener("click", follow);
  }, [bench, navigate]);
}

/** What is selected is in sight on both sides. */
export function useInSight(bench: RefObject<HTMLElement | null>, selected: string | null): void {
  useEffect(() => {
    if (selected === null) return;
    // What opens below a row first, then the row itself: if both do not fit, the row wins.
    for (const here of ["[aria-current=true] + .tree-detail", "[aria-current=true]", ".left-detail"]) {
      for (const found of bench.current?.querySelectorAll(`.pane-scroll ${here}`) ?? [])
        found.scrollIntoView({ block: "nearest" });
    }
  }, [bench, selected]);
}

/** Where the panes follow each other, what opens in the second one comes into sight. Not on arrival: an address has its own place. */
export function useBroughtUp(pane: string, opened: string): void {
  const before = useRef(opened);
  useEffect(() => {
    if (before.current === opened) return;
    before.current = opened;
    if (window.matchMedia("(max-width: 58rem)").matches) document.getElementById(pane)?.scrollIntoView();
  }, [pane, opened]);
}
