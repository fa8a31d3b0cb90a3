/** Nothing is lost: every line of the document is placed, left aside, or open. */
import type { Span } from "../document/reading.ts";
import type { SourceDocument } from "../document/source.ts";
import type { ReviewState } from "./state.ts";

export type LinePlace =
  | { kind: "blank" }
  | { kind: "placed"; itemId: string | null }
  | { kind: "aside"; leftId: string | null }
  | { kind: "open"; leftId: string | null };

export interface LineCount {
  placed: number;
  aside: number;
  open: number;
  total: number;
}

/** Where each line went, by line number minus one. A line with words in two places is placed where it was placed first. */
export function placesOf(state: ReviewState, source: SourceDocument): LinePlace[] {
  const places: LinePlace[] = source.lines.map((line) =>
    line.text.trim() === "" ? { kind: "blank" } : { kind: "open", leftId: null },
  );
  const mark = (spans: readonly Span[], place: LinePlace, over: (before: LinePlace) => boolean): void => {
    for (const { lines } of spans) {
      for (let n = lines[0]; n <= lines[1]; n += 1) {
        const before = places[n - 1];
        if (before !== undefined && before.kind !== "blank" && over(before)) places[n - 1] = place;
      }
    }
  };
  for (const line of state.left) {
    const stays = line.decided || line.reason !== "unclear";
    mark([line.span], { kind: stays ? "aside" : "open", leftId: line.id }, (before) => before.kind === "open");
  }
  const facts = [state.period, state.adoption, ...state.focus, ...state.observations].filter((fact) => fact !== null);
  mark(
    facts.map((fact) => fact.span),
    { kind: "placed", itemId: null },
    (before) => before.kind !== "placed",
  );
  for (const item of state.items) {
    mark(
      item.spans,
      { kind: "placed", itemId: item.id },
      (before) => before.kind !== "placed" || before.itemId === null,
    );
  }
  return places;
}

export function countLines(places: readonly LinePlace[]): LineCount {
  const count: LineCount = { placed: 0, aside: 0, open: 0, total: 0 };
  for (const place of places) {
    if (place.kind === "blank") continue;
    count[place.kind] += 1;
    count.total += 1;
  }
  return count;
}
