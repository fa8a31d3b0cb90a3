import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGUAGES, MESSAGES } from "#locales/messages.ts";
import { isTest, listFiles, type SourceFile } from "./source-files.ts";

const all = listFiles(".ts", ".tsx", ".mjs", ".css", ".sql", ".json", ".md", ".html", ".txt", ".csv");

const code = all.filter(({ path }) => /\.(tsx?|mjs|css)$/.test(path));

const filesThat = (files: SourceFile[], matches: (file: SourceFile) => boolean): string[] =>
  files.filter(matches).map(({ path }) => path);

describe("the house", () => {
  test("names files by what they hold, not by what kind of drawer they are", () => {
    const drawers = /(^|-)(utils?|helpers?|managers?|services?|data|info|misc)(-|$)/;
    expect(
      filesThat(code, ({ path }) => path.split("/").some((part) => drawers.test(basename(part).split(".")[0] ?? ""))),
    ).toEqual([]);
  });

  test("puts no style and no raw HTML into pages, which the content policy forbids", () => {
    const pages = listFiles(".tsx").filter(({ path }) => !isTest(path));
    expect(filesThat(pages, ({ text }) => /\sstyle=/.test(text))).toEqual([]);
    expect(filesThat(pages, ({ text }) => text.includes("dangerouslySetInnerHTML"))).toEqual([]);
  });

  test("does not know the machines it was made on", () => {
    const machine = /(^|[\s"'`(=:])\/(?:work|root|home|Users)\/\w/m;
    expect(filesThat(all, ({ text }) => machine.test(text))).toEqual([]);
  });

  test("says every reason of a policy in every language", () => {
    const reasons = listFiles(".ts")
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\b(?:allow|deny)\(\s*"([^"]+)"/g)].map((found) => [path, found[1] as string] as const),
      );
    expect(reasons.length).toBeGreaterThan(20);
    for (const language of LANGUAGES) {
      const policy: Record<string, Record<string, string>> = MESSAGES[language].policy;
      const missing = reasons.filter(([, reason]) => {
        const [group = "", key = ""] = reason.split(".");
        return policy[group]?.[key] === undefined;
      });
      expect(missing).toEqual([]);
    }
  });
});
