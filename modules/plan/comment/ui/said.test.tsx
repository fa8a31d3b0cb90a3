import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, test } from "vitest";
import { MESSAGES } from "#locales/messages.ts";
import { presentSaid } from "../present.ts";
import type { CommentRecord } from "../queries.ts";
import { Said } from "./said.tsx";

type Node = DefaultTreeAdapterMap["node"];

/** Every element of a page, and every word between them. */
function look(nodes: Node[], found = { elements: new Set<string>(), attributes: new Set<string>(), words: "" }) {
  for (const node of nodes) {
    if (node.nodeName === "#text") found.words += (node as DefaultTreeAdapterMap["textNode"]).value;
    if ("tagName" in node) {
      found.elements.add(node.tagName);
      for (const { name } of node.attrs) found.attributes.add(name);
    }
    if ("childNodes" in node) look(node.childNodes, found);
  }
  return found;
}

const pageOf = (name: string, text: string): string => {
  const comment = presentSaid({ ...WRITTEN, name, text }, null);
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={MESSAGES.en} timeZone="America/Chicago">
      <Said comment={comment} />
    </IntlProvider>,
  );
};

const WRITTEN: CommentRecord = {
  ...{ id: "c", versionId: "v", elementId: null, state: "shown", reason: null, writtenAt: new Date("2026-11-20") },
  ...{ name: null, text: "", moderatedAt: null, moderatorName: null },
};

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  "</p></div><h1>",
  '"><img src=x onerror=alert(1)>',
  "<!--",
  "]]>",
  "&lt;b&gt;",
  "' onclick='",
  "</textarea>",
);

describe("a comment on a page", () => {
  test("is words and nothing else, whatever it holds, even if it had slipped past every check", () => {
    const any = fc
      .array(fc.oneof(hostile, fc.string({ unit: "grapheme" })), { maxLength: 5 })
      .map((some) => some.join(" "));
    fc.assert(
      fc.property(any, any, (name, text) => {
        const { elements, attributes, words } = look(parseFragment(pageOf(name, text)).childNodes);
        expect([...elements].sort().join(" ")).toMatch(/^bdi div p time$/);
        expect([...attributes].sort()).toEqual(["class", "datetime", "dir"]);
        const plain = (said: string) => said.replace(/\s+/g, "").replaceAll("\u0000", "");
        expect(plain(words)).toBe(plain(`${name}November 19, 2026${text}`));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
