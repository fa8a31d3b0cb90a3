import { expect, test } from "vitest";
import { canonicalJson, fingerprintOf } from "./fingerprint.ts";

test("the canonical form is that of RFC 8785: its example of section 3.2.2", () => {
  const given = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  expect(canonicalJson(JSON.parse(given))).toBe(expected);
});

test("keys are sorted as RFC 8785 sorts them: its example of section 3.2.3", () => {
  const given = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
  expect(canonicalJson(JSON.parse(given)).match(/(?<=":")[^"]+/g)).toEqual([
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("the fingerprint is the one that sha256sum gives for the canonical form", () => {
  const empty = { period: null, levels: [], statements: [], nodes: [], guardrails: [], measures: [], focus: [] };
  expect(canonicalJson(empty)).toBe(
    '{"focus":[],"guardrails":[],"levels":[],"measures":[],"nodes":[],"period":null,"statements":[]}',
  );
  expect(fingerprintOf(empty)).toBe("09ce63013986cf817db036854ede2147d1184b66337a47978c03e52efbd84a71");
});

test("what has no canonical form is not sealed", () => {
  expect(() => canonicalJson({ title: "\ud83d" })).toThrow("half a character");
  expect(() => canonicalJson([Number.NaN])).toThrow("NaN");
  expect(() => canonicalJson({ title: undefined })).toThrow("undefined");
});
