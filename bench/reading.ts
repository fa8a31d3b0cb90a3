/** Reading documents: 1 MB of plan text and a 300-page pdf, against the least that any reader of the same bytes must do. */
import { getDocumentProxy } from "unpdf";
import { openSource } from "#modules/plan/document/open-source.ts";
import { readPlan } from "#modules/plan/document/read/read-plan.ts";
import { readDocument } from "#modules/plan/document/read-document.ts";
import { planPdf, planText } from "./documents.ts";
import { heading, report, time } from "./measure.ts";

const text = new TextEncoder().encode(planText(1_000_000));
heading("Reading 1 MB of plan text", `${(text.length / 1e6).toFixed(2)} MB`);
const lines = await time(() =>
  new TextDecoder("utf-8", { fatal: true })
    .decode(text)
    .split("\n")
    .map((line) => line.trim()),
);
report("decode and split into lines", lines, null);
const opened = await openSource(text, "plan.txt");
if (!opened.ok) throw new Error(opened.problem.kind);
report("open (bytes to lines)", await time(() => openSource(text, "plan.txt")), lines);
report("read the plan (lines to tree)", await time(() => readPlan(opened.value)), lines);
const { nodes, measures } = readPlan(opened.value);
report(
  `both: ${nodes.length} nodes, ${measures.length} measures`,
  await time(() => readDocument({ bytes: text, name: "plan.txt" })),
  lines,
);

const pdf = await planPdf(300);
heading("Reading a pdf of 300 pages", `${(pdf.length / 1e6).toFixed(2)} MB`);
const extract = async (): Promise<void> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getTextContent();
};
const floor = await time(extract, 3);
report("pdf.js alone: text of every page", floor, null);
report(
  "open and read the plan",
  await time(() => readDocument({ bytes: new Uint8Array(pdf), name: "plan.pdf" }), 3),
  floor,
);
