import { expect, test } from "vitest";
import { numberWord, numberWordFirst } from "./number-word.ts";

test("a sentence says small numbers in words and large ones in figures", () => {
  expect(numberWordFirst(6, "en")).toBe("Six");
  expect(numberWord(12, "es")).toBe("doce");
  expect(numberWordFirst(13, "en")).toBe("13");
  expect(numberWord(8412, "en")).toBe("8,412");
});
