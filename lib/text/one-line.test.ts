import { expect, test } from "vitest";
import { oneLine } from "./one-line.ts";

test("a pasted name loses what no name has, and keeps what some have", () => {
  expect(oneLine("  Joon Ha\tBaek\r\n")).toBe("Joon Ha Baek");
  expect(oneLine("Ma\u0000rta \u202egnorw")).toBe("Ma rta gnorw");
  expect(oneLine("José O’Dell-Nuñez")).toBe("José O’Dell-Nuñez");
  expect(oneLine("\u00a0\u3000")).toBe("");
});
