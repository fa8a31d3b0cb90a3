/** A small plan of the invented district, and what the reader makes of it: material for stories about reviewing. */
import { openPastedText } from "#modules/plan/document/open-source.ts";
import { readPlan } from "#modules/plan/document/read/read-plan.ts";
import type { Reading } from "#modules/plan/document/reading.ts";
import type { SourceDocument } from "#modules/plan/document/source.ts";

export const PLAN_TEXT = `Haywater Public Schools
Strategic Plan 2026-2031

Mission
We teach every child to read the river and the page.

Values
• Patience
• Candor

Goal 1: Every child reads by the end of third grade
Strategy 1.1: Teach one phonics sequence in every classroom
Strategy 1.2: Lend books to every family
Measures of Success
• Third graders at benchmark on the spring reading check rise from 44% in May 2026 to 65% by May 2031

Goal 2: Every student is known by an adult
Strategy 2.1: Start advisory groups in grades 6 through 12
Strategy 2.2: Call home on the second absence

(see also the annex on transportation)
`;

export async function readText(text: string): Promise<{ source: SourceDocument; reading: Reading }> {
  const opened = await openPastedText(text);
  if (!opened.ok) throw new Error(`the text was refused: ${opened.problem.kind}`);
  return { source: opened.value, reading: readPlan(opened.value) };
}
