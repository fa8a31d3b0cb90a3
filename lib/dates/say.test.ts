import { expect, test } from "vitest";
import { sayDay, sayDayOf, sayMoment, sayWeekday } from "./say.ts";

test("a day is the same day wherever the program runs", () => {
  expect(sayDay("2026-11-20", "en")).toBe("November 20, 2026");
  expect(sayDay("2026-11-20", "es")).toBe("20 de noviembre de 2026");
  expect(sayWeekday("2026-11-20", "en")).toBe("Friday, November 20, 2026");
});

test("a moment is said on the district's own clock", () => {
  const late = new Date("2026-11-21T03:30:00Z");
  expect(sayDayOf(late, "en", "America/Chicago")).toBe("November 20, 2026");
  expect(sayMoment(late, "en", "America/Chicago").replace(/\s/g, " ")).toBe("November 20, 2026 at 9:30 PM");
  expect(sayDayOf(late, "es", "America/New_York")).toBe("20 de noviembre de 2026");
});
