import { expect, test } from "vitest";
import { runningTitle } from "./running-title.ts";

test("a title can say anything and stays within its string", () => {
  const sheet = runningTitle({
    citation: 'Río "Arriba"; } body { display: none } \\',
    url: "https://haywater.example/",
  });
  expect(sheet).toContain('content: "R\\ed o \\22 Arriba\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\5c ";');
  expect(sheet).toContain('content: "https\\3a \\2f \\2f haywater\\2e example\\2f ";');
});
