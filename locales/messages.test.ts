import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { LANGUAGES, MESSAGES } from "./messages.ts";
import { chooseLanguage } from "./translator.ts";

type Tree = { [key: string]: string | Tree };

const flatten = (tree: Tree, path = ""): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Names of the arguments of an ICU message, those inside its branches included. */
const argumentsOf = (message: string): string => {
  const names = new Set<string>();
  const collect = (parts: Part[]): void => {
    for (const part of parts) {
      if ("value" in part && part.type !== TYPE_LITERAL) names.add(String(part.value));
      if ("options" in part) for (const option of Object.values(part.options)) collect(option.value);
      if ("children" in part) collect(part.children);
    }
  };
  collect(new IntlMessageFormat(message, "en").getAst());
  return [...names].sort().join(", ");
};

/** Plain words, in the parser's own numbering. */
const TYPE_LITERAL = 0;

describe("the words", () => {
  const english = new Map(flatten(MESSAGES.en as unknown as Tree));
  const spanish = new Map(flatten(MESSAGES.es as unknown as Tree));

  test("everything that is said in English is said in Spanish, and the other way round", () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("a message names the same facts in both languages", () => {
    const different = [...english].filter(
      ([key, message]) => argumentsOf(message) !== argumentsOf(spanish.get(key) ?? ""),
    );
    expect(different).toEqual([]);
  });

  test("no message is empty, and none still speaks of a user", () => {
    for (const language of LANGUAGES) {
      for (const [key, message] of flatten(MESSAGES[language] as unknown as Tree)) {
        expect(message.trim(), key).not.toBe("");
        // A file of a standard is called as the standard calls it.
        expect(message.replaceAll("users.csv", ""), key).not.toMatch(/\busers?\b|\busuari[oa]s?\b/i);
      }
    }
  });
});

describe("the reader's language", () => {
  test("is what they chose, then what the browser asks for, then the district's", () => {
    expect(chooseLanguage("es", "en-US", "en")).toBe("es");
    expect(chooseLanguage(undefined, "fr;q=0.9, es-MX;q=0.8, en;q=0.5", "en")).toBe("es");
    expect(chooseLanguage("xx", "fr", "es")).toBe("es");
    expect(chooseLanguage(undefined, null, "en")).toBe("en");
  });
});
