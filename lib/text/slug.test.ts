import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

test("a school's name becomes an address that can be read aloud", () => {
  expect(slugOf("José Martí K–8 School", "school")).toBe("jose-marti-k-8-school");
  expect(slugOf("St. Mary’s", "school")).toBe("st-marys");
});

test("a name without a Latin letter still gets an address", () => {
  expect(slugOf("学校", "school")).toBe("school");
});

test("two schools of one name get two addresses", () => {
  expect(freeSlug("lincoln", new Set(["lincoln", "lincoln-2"]))).toBe("lincoln-3");
});
