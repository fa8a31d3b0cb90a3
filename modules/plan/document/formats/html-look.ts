import type { SourceLine } from "../source.ts";
import { parseColor } from "./color.ts";
import { type Declarations, parseDeclarations, type StyleSheet } from "./css.ts";
import { attribute, type Element } from "./html-tree.ts";
import { PLAIN, type Style } from "./line-writer.ts";

/** How an element shows its text, and what its children inherit of it. Sizes in px. */
export interface Look {
  style: Style;
  block: boolean;
  /** What the style rules say; the last one decides, so that a rule may show again what another had hidden. */
  display: string;
  /** Not shown at all, with everything in it. */
  hidden: boolean;
  pre: boolean;
  upper: boolean;
  region: SourceLine["region"];
  /** Inside main, article or section a header or footer is a part's own, not the page's. */
  inContent: boolean;
}

export const PAGE_LOOK: Look = {
  style: { ...PLAIN, size: 16 },
  block: true,
  display: "",
  hidden: false,
  pre: false,
  upper: false,
  region: "main",
  inContent: false,
};

const words = (list: string): Set<string> => new Set(list.split(" "));

const BLOCKS = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul",
);
/** Elements whose text is never shown, whatever the page says. */
export const UNSEEN = words(
  "head script style template noscript iframe object embed svg canvas audio video select datalist textarea input title meta link map area",
);
const BOLD = words("b strong h1 h2 h3 h4 h5 h6 th");
const ITALIC = words("i em cite dfn var address");
const STRUCK = words("s strike del");
const SIZES: Record<string, number> = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
  small: 0.83,
  big: 1.2,
  sub: 0.83,
  sup: 0.83,
};
const BLOCK_DISPLAYS = words("block flex grid list-item table flow-root");

/** The look of an element from its parent's, the page's style rules, and its own attributes. */
export function lookOf(element: Element, parent: Look, sheet: StyleSheet): Look {
  const tag = element.tagName;
  const look: Look = { ...parent, block: BLOCKS.has(tag), display: "", pre: parent.pre || tag === "pre" };
  look.style = byTag(element, parent.style);
  look.hidden = parent.hidden || isHidden(element);
  placeInRegion(look, element, parent);
  const classes = classesOf(element);
  for (const declarations of sheet.match(tag, attribute(element, "id"), classes)) declare(look, declarations, parent);
  const inline = attribute(element, "style");
  if (inline !== undefined) declare(look, parseDeclarations(inline), parent);
  look.hidden ||= look.display === "none";
  return look;
}

export function classesOf(element: Element): string[] {
  const written = attribute(element, "class");
  return written === undefined ? [] : [...new Set(written.trim().split(/\s+/))].slice(0, 20);
}

function byTag(element: Element, parent: Style): Style {
  const tag = element.tagName;
  const style = { ...parent };
  if (BOLD.has(tag)) style.bold = true;
  if (ITALIC.has(tag)) style.italic = true;
  if (STRUCK.has(tag)) style.struck = true;
  if (tag === "u" || tag === "ins") style.underlined = true;
  if ((tag === "a" && attribute(element, "href") !== undefined) || tag === "button") style.link = true;
  if (attribute(element, "role") === "button") style.link = true;
  const scale = SIZES[tag];
  if (scale !== undefined && style.size !== null) style.size = Math.round(style.size * scale * 10) / 10;
  if (tag === "font") style.color = parseColor(attribute(element, "color") ?? "") ?? style.color;
  return style;
}

function isHidden(element: Element): boolean {
  return (
    UNSEEN.has(element.tagName) ||
    attribute(element, "hidden") !== undefined ||
    attribute(element, "aria-hidden")?.toLowerCase() === "true" ||
    (element.tagName === "dialog" && attribute(element, "open") === undefined)
  );
}

const REGION_OF_ROLE: Record<string, SourceLine["region"]> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  search: "navigation",
  banner: "header",
  contentinfo: "footer",
  complementary: "sidebar",
  main: "main",
};
const REGION_OF_TAG: Record<string, SourceLine["region"]> = { nav: "navigation", aside: "sidebar" };
// Names that page builders give to the parts around the content, where they use no element for it. "header" and "footer" as a
// class are left alone: they mark the head of a goal's box as often as the head of the page.
const REGION_OF_NAME: Record<string, SourceLine["region"]> = {
  navbar: "navigation",
  "main-nav": "navigation",
  "site-nav": "navigation",
  "page-navigation": "navigation",
  "skip-link": "navigation",
  breadcrumb: "navigation",
  breadcrumbs: "navigation",
  pagination: "navigation",
  "site-header": "header",
  "page-header": "header",
  "site-footer": "footer",
  "page-footer": "footer",
  sidebar: "sidebar",
};
const REGION_OF_ID: Record<string, SourceLine["region"]> = {
  ...REGION_OF_NAME,
  nav: "navigation",
  navigation: "navigation",
  menu: "navigation",
  header: "header",
  footer: "footer",
};

function placeInRegion(look: Look, element: Element, parent: Look): void {
  const tag = element.tagName;
  if (tag === "main" || tag === "article" || tag === "section") look.inContent = true;
  const role = attribute(element, "role")?.toLowerCase() ?? "";
  const named = REGION_OF_ROLE[role] ?? REGION_OF_TAG[tag] ?? (tag === "main" ? "main" : regionByName(element, parent));
  if (named !== undefined) look.region = named;
  else if (parent.inContent || parent.region !== "main") return;
  else if (tag === "header" || tag === "footer") look.region = tag;
}

function regionByName(element: Element, parent: Look): SourceLine["region"] | undefined {
  if (parent.region !== "main" || parent.inContent || element.tagName === "body") return undefined;
  const id = attribute(element, "id")?.toLowerCase();
  if (id !== undefined && Object.hasOwn(REGION_OF_ID, id)) return REGION_OF_ID[id];
  const name = classesOf(element).find((candidate) => Object.hasOwn(REGION_OF_NAME, candidate.toLowerCase()));
  return name === undefined ? undefined : REGION_OF_NAME[name.toLowerCase()];
}

function declare(look: Look, declarations: Declarations, parent: Look): void {
  for (const [property, value] of declarations) declareOne(look, property, value, parent);
}

function declareOne(look: Look, property: string, value: string, parent: Look): void {
  const { style } = look;
  switch (property) {
    case "display":
      look.display = value;
      if (value.startsWith("inline") || value === "contents") look.block = false;
      else if (BLOCK_DISPLAYS.has(value)) look.block = true;
      break;
    case "visibility":
      if (value === "hidden" || value === "collapse") look.hidden = true;
      break;
    case "color":
      if (value === "inherit") style.color = parent.style.color;
      else style.color = parseColor(value) ?? style.color;
      break;
    case "font-weight":
      style.bold = boldness(value, style.bold);
      break;
    case "font-style":
      style.italic = value === "italic" || value.startsWith("oblique");
      break;
    case "text-decoration":
    case "text-decoration-line":
      declareDecoration(look, value);
      break;
    case "font-size":
      style.size = sizeOf(value, parent.style.size ?? 16) ?? style.size;
      break;
    case "white-space":
      look.pre = value.startsWith("pre") || value === "break-spaces";
      break;
    case "text-transform":
      look.upper = value === "uppercase";
      break;
  }
}

function boldness(value: string, before: boolean): boolean {
  if (value === "inherit" || value === "initial") return value === "inherit" && before;
  if (value === "bold" || value === "bolder") return true;
  return Number(value) >= 600;
}

function declareDecoration(look: Look, value: string): void {
  if (value.includes("line-through")) look.style.struck = true;
  if (value.includes("underline")) look.style.underlined = true;
  if (/\bnone\b/.test(value)) look.style.underlined = false;
}

const NAMED_SIZES: Record<string, number> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

function sizeOf(value: string, parent: number): number | null {
  const named = NAMED_SIZES[value];
  if (named !== undefined) return named;
  const px = lengthOf(value, parent);
  return px === null || px <= 0 ? null : px;
}

/** A length of CSS in px; null where it is none. */
export function lengthOf(value: string, em: number): number | null {
  const parts = /^([\d.]+)(px|pt|em|rem|%|in|cm)?$/.exec(value);
  if (parts === null) return null;
  const unit = { px: 1, pt: 4 / 3, em, rem: 16, "%": em / 100, in: 96, cm: 37.8 }[parts[2] ?? "px"] ?? 1;
  const px = Number(parts[1]) * unit;
  return Number.isFinite(px) && px < 1000 ? Math.round(px * 10) / 10 : null;
}
