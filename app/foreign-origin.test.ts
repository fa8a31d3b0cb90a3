import { describe, expect, test } from "vitest";
import { isForeign } from "./foreign-origin.ts";

const laptop = new URL("http://localhost:3000");
const town = new URL("https://plan.example.org");

describe("a form is taken", () => {
  test.each([
    ["from the page it stands on", { origin: "http://localhost:3000", host: "localhost:3000" }, laptop],
    ["by another name of this machine", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, laptop],
    ["behind a proxy that takes https off", { origin: "https://plan.example.org", host: "plan.example.org" }, town],
    ["behind a proxy that changes the host", { origin: "https://plan.example.org", host: "app:3000" }, town],
    ["from a district with an address of its own", { origin: "https://plan.birch.org", host: "plan.birch.org" }, town],
    ["from a program, which has no origin", { host: "localhost:3000" }, laptop],
  ])("%s", (_, headers, baseUrl) => {
    expect(isForeign("POST", headers, baseUrl)).toBe(false);
  });
});

describe("a form is refused", () => {
  test.each([
    ["from another site", { origin: "https://elsewhere.example", host: "localhost:3000" }, laptop],
    ["from another port", { origin: "http://localhost:8080", host: "localhost:3000" }, laptop],
    ["from a page without an address", { origin: "null", host: "localhost:3000" }, laptop],
    [
      "from the unencrypted page of an encrypted site",
      { origin: "http://plan.example.org", host: "plan.example.org" },
      town,
    ],
    ["from something that is no address", { origin: "plan", host: "plan" }, town],
  ])("%s", (_, headers, baseUrl) => {
    expect(isForeign("POST", headers, baseUrl)).toBe(true);
  });

  test("and a page that is only looked at is not", () => {
    expect(isForeign("GET", { origin: "https://elsewhere.example", host: "localhost:3000" }, laptop)).toBe(false);
  });
});
