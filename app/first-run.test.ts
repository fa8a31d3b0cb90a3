import { describe, expect, test } from "vitest";
import { isFromHere, isSetUpCode } from "./first-run.ts";

const from = (address: string, url = "http://localhost:3000/set-up", headers: Record<string, string> = {}) =>
  isFromHere(new Request(url, { headers: { "x-guidepost-address": address, ...headers } }));

describe("setting up without a code", () => {
  test("is for whoever sits at the machine", () => {
    expect(from("127.0.0.1")).toBe(true);
    expect(from("::1", "http://[::1]:3000/")).toBe(true);
    expect(from("::ffff:127.0.0.1", "http://127.0.0.1:3000/")).toBe(true);
  });

  test.each([
    ["another machine", "192.168.1.20", "http://192.168.1.5:3000/", {}],
    [
      "a proxy on this machine, which passes others on",
      "127.0.0.1",
      "http://localhost/",
      { "x-forwarded-for": "1.2.3.4" },
    ],
    ["a proxy that says so in the newer way", "127.0.0.1", "http://localhost/", { forwarded: "for=1.2.3.4" }],
    ["a foreign name that was made to point here", "127.0.0.1", "http://rebound.example:3000/", {}],
    ["two addresses where there should be one", "127.0.0.1, 10.0.0.1", "http://localhost:3000/", {}],
    ["no address at all", "", "http://localhost:3000/", {}],
  ])("is not for %s", (_, address, url, headers) => {
    expect(from(address, url, headers as Record<string, string>)).toBe(false);
  });
});

test("the code may be typed with spaces around it and in capitals, and in no other way", () => {
  expect(isSetUpCode(" AB12CD34 ", "ab12cd34")).toBe(true);
  expect(isSetUpCode("ab12cd35", "ab12cd34")).toBe(false);
  expect(isSetUpCode("", "ab12cd34")).toBe(false);
});
