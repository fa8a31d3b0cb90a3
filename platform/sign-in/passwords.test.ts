import { expect, test } from "vitest";
import { passwordProblem } from "./passwords.ts";

const about = ["Noor Haddad", "noor@birch.example", "Birch Hollow Schools"];
const kindOf = (password: string) => passwordProblem(password, about)?.kind ?? null;

test.each([
  "seven herons at dusk",
  "correct horse battery",
  "Größe zählt überall nicht",
  "🦆🦆 seven ducks and a pond",
])("a long one that no one would guess is good: %s", (password) => {
  expect(kindOf(password)).toBeNull();
});

test.each([
  ["elevenchars", "too-short"],
  ["x".repeat(201), "too-long"],
  ["aaaaaaaaaaaaaaaa", "too-plain"],
  ["abcdefghijklmnop", "too-plain"],
  ["1234567890 1234", "too-plain"],
  ["password1234", "too-plain"],
  ["Birch Hollow 1", "too-plain"],
  ["hollow schools 2026", "too-plain"],
  ["noor.haddad.2026", "too-plain"],
  ["Welcome to Birch 1", "too-plain"],
])("%s: %s", (password, kind) => {
  expect(kindOf(password)).toBe(kind);
});
