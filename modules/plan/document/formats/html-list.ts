import type { SourceLine } from "../source.ts";
import { parseDeclarations } from "./css.ts";
import { classesOf } from "./html-look.ts";
import { attribute, type Element, isElement } from "./html-tree.ts";
import { type Numeral, printNumeral } from "./numerals.ts";

/** A list that is open, and the number its next item gets. */
export interface HtmlList {
  depth: number;
  ordered: boolean;
  numeral: Numeral;
  next: number;
  step: 1 | -1;
}

/** An item whose first line is still to come: that one carries the item's label. */
export interface HtmlItem {
  label: NonNullable<SourceLine["list"]>;
  begun: boolean;
}

const NUMERAL_OF_TYPE: Record<string, Numeral> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const NUMERAL_OF_STYLE: Record<string, Numeral> = {
  decimal: "decimal",
  "decimal-leading-zero": "decimalZero",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
  none: "none",
};

export function openList(element: Element, outer: HtmlList | null): HtmlList {
  const ordered = element.tagName === "ol";
  const start = Number.parseInt(attribute(element, "start") ?? "", 10);
  const reversed = attribute(element, "reversed") !== undefined;
  const first = Number.isFinite(start) ? start : reversed ? itemCount(element) : 1;
  return {
    depth: googleDepth(element) ?? (outer === null ? 0 : outer.depth + 1),
    ordered,
    numeral: numeralOf(element) ?? "decimal",
    next: first,
    step: reversed ? -1 : 1,
  };
}

export function openItem(element: Element, list: HtmlList | null): HtmlItem {
  if (list === null) return { label: { depth: 0, ordered: false, marker: null }, begun: false };
  const value = Number.parseInt(attribute(element, "value") ?? "", 10);
  if (Number.isFinite(value)) list.next = value;
  const printed = printNumeral(list.next, numeralOf(element) ?? list.numeral);
  list.next += list.step;
  const marker = list.ordered && printed !== "" ? `${printed}.` : null;
  return { label: { depth: list.depth, ordered: list.ordered, marker }, begun: false };
}

function numeralOf(element: Element): Numeral | undefined {
  const declared = parseDeclarations(attribute(element, "style") ?? "");
  const style = declared.get("list-style-type") ?? declared.get("list-style");
  const ofStyle = style === undefined ? undefined : NUMERAL_OF_STYLE[style.split(" ")[0]!];
  return ofStyle ?? NUMERAL_OF_TYPE[attribute(element, "type") ?? ""];
}

/** Google Docs writes every list at the top and says the depth in a class: lst-kix_…-2. */
function googleDepth(element: Element): number | undefined {
  for (const name of classesOf(element)) {
    const depth = /^lst-kix_\w+-(\d)$/.exec(name)?.[1];
    if (depth !== undefined) return Number(depth);
  }
  return undefined;
}

function itemCount(list: Element): number {
  return list.childNodes.filter((node) => isElement(node) && node.tagName === "li").length;
}
