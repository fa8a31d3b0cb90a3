import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { samples } from "./examples.ts";
import { Gallery, GalleryExample, slugOf } from "./gallery/gallery.tsx";

const here = dirname(fileURLToPath(import.meta.url));
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "gallery")
  .map(({ name }) => name);
const all = samples.flatMap(({ component, examples }) => examples.map((example) => ({ component, ...example })));

const complaints = vi.spyOn(console, "error");
afterEach(() => expect(complaints).not.toHaveBeenCalled());

const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "");
const repeated = (ids: string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

describe("the design system", () => {
  test.each(folders)("%s shows itself with criteria and examples", (folder) => {
    expect(readdirSync(join(here, folder))).toEqual(
      expect.arrayContaining([`${folder}.tsx`, `${folder}.examples.tsx`]),
    );
    const sample = samples.find(({ component }) => component === folder);
    expect(sample?.criteria.length).toBeGreaterThan(0);
    expect(sample?.examples.length).toBeGreaterThan(0);
  });

  test("every style sheet of a component is served, once", () => {
    const css = readFileSync(join(here, "index.css"), "utf8");
    const sheets = folders.flatMap((folder) =>
      readdirSync(join(here, folder))
        .filter((file) => file.endsWith(".css"))
        .map((file) => `./${folder}/${file}`),
    );
    for (const sheet of sheets) expect(css.split(`"${sheet}"`).length - 1, sheet).toBe(1);
  });

  test("no two examples have the same address", () => {
    expect(repeated(all.map(({ component, name }) => slugOf(component, name)))).toEqual([]);
  });

  test("the gallery holds them all without using an id twice", () => {
    const html = renderToStaticMarkup(<Gallery samples={samples} />);
    expect(repeated(idsIn(html))).toEqual([]);
    for (const { component } of samples) expect(html).toContain(`id="${component}"`);
  });

  test("an address that no example has shows nothing", () => {
    expect(renderToStaticMarkup(<GalleryExample samples={samples} slug="nothing" />)).toBe("");
  });
});

describe.each(all.map((example) => [`${example.component}: ${example.name}`, example] as const))(
  "%s",
  (_, { component, name, render }) => {
    const html = renderToStaticMarkup(render());

    test("renders on the server", () => {
      expect(html).not.toBe("");
      expect(renderToStaticMarkup(<GalleryExample samples={samples} slug={slugOf(component, name)} />)).not.toBe("");
    });

    test("obeys a policy that forbids inline style and script", () => {
      expect(html).not.toMatch(/\sstyle="/);
      expect(html).not.toMatch(/<(script|style)\b/);
      expect(html).not.toMatch(/\son[a-z]+="/);
    });

    test("uses no id twice, and refers to none that is missing", () => {
      const ids = idsIn(html);
      expect(repeated(ids)).toEqual([]);
      const referred = [
        ...html.matchAll(/\s(?:aria-labelledby|aria-describedby|for|popovertarget|commandfor)="([^"]*)"/g),
      ];
      for (const [, list] of referred) for (const id of (list ?? "").split(" ")) expect(ids).toContain(id);
    });
  },
);
