import { expect, test } from "vitest";
import { bytesOf, opened, refused, texts } from "./made-files.ts";

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const bytes = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === "number" ? [part] : [...bytesOf(part)])));

test("UTF-8 is read with and without its mark, and nothing is lost", async () => {
  const plain = await opened("Visión: leer – cada día", "plan.txt");
  const marked = await opened(bytes(0xef, 0xbb, 0xbf, "Visión: leer – cada día"), "plan.txt");
  expect(texts(marked)).toEqual(["Visión: leer – cada día"]);
  expect(marked.losses).toEqual(plain.losses);
});

test.each([
  ["little-endian", false, "UTF-16LE"],
  ["big-endian", true, "UTF-16BE"],
])("UTF-16, %s, is read with its mark and without, and is named", async (_, big, detail) => {
  const text = "Goal 1: Leer más\r\nGoal 2: Sumar";
  for (const mark of ["\ufeff", ""]) {
    const document = await opened(utf16(mark + text, big), "plan.txt");
    expect(texts(document)).toEqual(["Goal 1: Leer más", "Goal 2: Sumar"]);
    expect(document.losses[0]).toEqual({ kind: "encoding", detail });
  }
});

test("Windows-1252 is read where it cannot be UTF-8, and is named", async () => {
  const document = await opened(
    bytes("Board", 0x92, "s goal ", 0x96, " every ni", 0xf1, "o reads ", 0x93, "well", 0x94),
    "plan.txt",
  );
  expect(texts(document)).toEqual(["Board’s goal – every niño reads “well”"]);
  expect(document.losses[0]).toEqual({ kind: "encoding", detail: "Windows-1252" });
});

test("bytes that Windows-1252 does not define are refused with their line", async () => {
  expect(await refused(bytes("Goal 1\nGoal ", 0x81, 0xff), "plan.txt")).toMatchObject({
    kind: "undecodable",
    values: { line: 2 },
  });
});

test("UTF-8 with a flaw is not read as Windows-1252: its quotation marks would turn to noise", async () => {
  const flawed = bytes("The board’s goal\n“Read”\nni", 0xf1, "o");
  expect(await refused(flawed, "plan.txt")).toMatchObject({ kind: "undecodable", values: { line: 3 } });
});

test("UTF-8 cut within a letter is refused, not read as another encoding", async () => {
  const whole = bytesOf("The board’s goal – “Read”");
  expect((await refused(whole.subarray(0, whole.length - 1), "plan.txt")).kind).toBe("undecodable");
});

test("a text in another alphabet's code page is refused rather than read as nonsense", async () => {
  const cyrillic = bytes(...[..."Цель"].map((_, at) => 0xc0 + at), " ", 0xe4, 0xe5, 0xf2, 0xe8);
  expect((await refused(cyrillic, "plan.txt")).kind).toBe("undecodable");
});

test("a stray control character of an old export is left out", async () => {
  expect(texts(await opened(bytes("Goal 1", 0x02, ": Read\nGoal", 0x1e, "setting"), "plan.txt"))).toEqual([
    "Goal 1: Read",
    "Goal-setting",
  ]);
});

test("UTF-16 with half a character is refused", async () => {
  const half = new Uint8Array([0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00]);
  expect((await refused(half, "plan.txt")).kind).toBe("undecodable");
});
