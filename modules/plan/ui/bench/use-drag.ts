/** Moving an element by mouse: onto another puts it under that one, onto the upper edge before it. Keys and forms do the same. */
import { type RefObject, useEffect, useRef } from "react";

export type Drop = { item: string; parent: string | null; before: string | null };

export function useDrag(bench: RefObject<HTMLElement | null>, onDrop: (move: Drop) => void): void {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const root = bench.current;
    if (root === null) return;
    let dragged: string | null = null;
    let marked: Element | null = null;

    const mark = (row: Element | null, where: string): void => {
      if (marked !== row) marked?.removeAttribute("data-drop");
      row?.setAttribute("data-drop", where);
      marked = row;
    };
    const start = (event: DragEvent): void => {
      const row = rowOf(event);
      if (row === null) return;
      dragged = idOf(row);
      event.dataTransfer?.setData("text/plain", dragged);
    };
    const over = (event: DragEvent): void => {
      const row = rowOf(event);
      if (dragged === null || row === null || isWithin(row, dragged)) {
        mark(null, "");
        return;
      }
      event.preventDefault();
      mark(row, isUpperEdge(event, row) ? "before" : "under");
    };
    const end = (event: DragEvent): void => {
      const row = rowOf(event);
      const item = dragged;
      mark(null, "");
      dragged = null;
      if (event.type !== "drop" || item === null || row === null || isWithin(row, item)) return;
      event.preventDefault();
      const onto = idOf(row);
      drop.current(
        isUpperEdge(event, row) ? { item, parent: parentOf(row), before: onto } : { item, parent: onto, before: null },
      );
    };
    root.addEventListener("dragstart", start);
    root.addEventListener("dragover", over);
    root.addEventListener("drop", end);
    root.addEventListener("dragend", end);
    return () => {
      root.removeEventListener("dragstart", start);
      root.removeEventListener("dragover", over);
      root.removeEventListener("drop", end);
      root.removeEventListener("dragend", end);
    };
  }, [bench]);
}

const rowOf = (event: Event): Element | null =>
  event.target instanceof Element ? event.target.closest(".tree-row") : null;

const idOf = (row: Element): string => row.id.slice(2);

const parentOf = (row: Element): string | null => {
  const parent = row.parentElement?.parentElement?.closest("li")?.querySelector(":scope > .tree-row");
  return parent ? idOf(parent) : null;
};

/** Nothing can be dropped onto itself or into what lies under it. */
const isWithin = (row: Element, id: string): boolean => row.closest(`li:has(> #${CSS.escape(`e-${id}`)})`) !== null;

function isUpperEdge(event: DragEvent, row: Element): boolean {
  const { top, height } = row.getBoundingClientRect();
  return event.clientY - top < height / 3;
}
