import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from "parse5";
import { LIMITS, Stop } from "../refusal.ts";

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

/** What parse5 may spend: it looks through all open elements for every tag, so depth times tags is the work. */
const WORK = 2e9;

/**
 * The tree of an html text, as a browser that runs no scripts would see it. Trees that are deeper or larger than any document a
 * person wrote end in a refusal: some kilobytes of unclosed formatting tags otherwise grow into gigabytes of elements.
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let elements = 0;
  let work = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth++;
      elements++;
      work += depth;
      if (depth > LIMITS.depth || elements > LIMITS.elements || work > WORK) throw new Stop("too-complex", {});
    },
    onItemPop() {
      depth--;
    },
  };
  return parse(html, { treeAdapter, scriptingEnabled: false });
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** All text within a node, without walking by recursion: trees may be deep. */
export function textWithin(node: Node): string {
  let text = "";
  const left: Node[] = [node];
  while (left.length > 0) {
    const next = left.pop()!;
    if (isText(next)) text += next.value;
    else if ("childNodes" in next)
      for (let at = next.childNodes.length - 1; at >= 0; at--) left.push(next.childNodes[at]!);
  }
  return text;
}
