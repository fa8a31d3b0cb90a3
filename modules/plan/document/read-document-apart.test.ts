import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytesOf, makeDocx, paragraph } from "./formats/made-files.ts";
import { readDocumentApart } from "./read-document-apart.ts";

const BOUNDS = { milliseconds: 20_000, megabytes: 256 };

test("a file is read in a thread of its own as it would be here", async () => {
  const bytes = await makeDocx({ body: paragraph("Goal 1: Read") });
  const result = await readDocumentApart({ bytes: bytes, name: "plan.docx" }, BOUNDS);
  expect(result.ok && result.value.source.text).toBe("Goal 1: Read");
  expect(bytes.length).toBeGreaterThan(0);
});

test("pasted text is read there too, and what was read of the plan comes back with it", async () => {
  const result = await readDocumentApart({ text: "Goal 1: Read\nGoal 2: Write" }, BOUNDS);
  expect(result.ok && result.value.reading.nodes.map((node) => node.title)).toEqual(["Read", "Write"]);
});

test("a refusal comes back as the same refusal", async () => {
  const result = await readDocumentApart({ bytes: new Uint8Array(), name: "plan.docx" }, BOUNDS);
  expect(result).toEqual({ ok: false, problem: { kind: "empty", values: { name: "plan.docx", from: "file" } } });
});

test("a small file does not carry the buffer it is a view of into the thread", async () => {
  const pool = bytesOf(`${"x".repeat(5_000_000)}Goal 1`);
  const result = await readDocumentApart({ bytes: pool.subarray(5_000_000), name: "plan.txt" }, BOUNDS);
  expect(result.ok && result.value.source.text).toBe("Goal 1");
  expect(pool.length).toBe(5_000_006);
});

test("a reading that takes too long is ended and says after how many seconds", async () => {
  const rules = Array.from({ length: 20_000 }, (_, at) => `*{color:#${at}}.c${at}{color:red}`).join("");
  const page = `<style>${rules}</style>${Array.from({ length: 90_000 }, (_, at) => `<p class=c${at}>x`).join("")}`;
  const result = await readDocumentApart({ bytes: bytesOf(page), name: "slow.html" }, { ...BOUNDS, milliseconds: 400 });
  expect(result).toMatchObject({ ok: false, problem: { kind: "too-slow", values: { seconds: 1, name: "slow.html" } } });
});

test("a reading that takes too much memory is ended, and this process goes on", async () => {
  const page = "<p>goal ".repeat(400_000);
  const result = await readDocumentApart({ bytes: bytesOf(page), name: "heavy.html" }, { ...BOUNDS, megabytes: 40 });
  expect(result).toMatchObject({ ok: false, problem: { kind: "too-heavy", values: { megabytes: 40 } } });
});

test("a pdf of a megabyte that unpacks to a gigabyte is ended while it unpacks", async () => {
  const packed = deflateSync(Buffer.alloc(1_000_000_000, " "));
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R>> endobj
4 0 obj <</Filter/FlateDecode/Length ${packed.length}>>
stream
`;
  const bomb = Buffer.concat([
    Buffer.from(head),
    packed,
    Buffer.from("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF"),
  ]);
  const result = await readDocumentApart({ bytes: bomb, name: "bomb.pdf" }, BOUNDS);
  expect(result).toMatchObject({ ok: false, problem: { kind: "too-heavy", values: { megabytes: 256 } } });
}, 30_000);

test("the worker is found from the project's root too, for a server that was built into one file elsewhere", async () => {
  const root = new URL("../../../", import.meta.url);
  const result = await readDocumentApart({ bytes: bytesOf("Goal 1"), name: "plan.txt" }, { ...BOUNDS, root });
  expect(result.ok).toBe(true);
});
