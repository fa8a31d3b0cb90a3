/** Writes what a version says: its elements, and the rows of its parts. */
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import type { Audience } from "./domain.ts";
import type { VersionContent } from "./version-content.ts";

export interface WhoseContent {
  districtId: string;
  orgId: string;
  audience: Audience;
  planId: string;
  versionId: string;
}

/** `content.elements` are those that the plan does not have yet. The version itself must be there. */
export async function insertContent(tx: WriteTx, whose: WhoseContent, content: VersionContent): Promise<void> {
  const { planId, versionId, ...own } = whose;
  const elements = content.elements.map((row) => ({ ...own, planId, ...row }));
  await insertRows(tx, "plan.element", elements);
  for (const [table, rows] of [
    ["plan.level", content.levels],
    ["plan.statement", content.statements],
    ["plan.node", content.nodes],
    ["plan.guardrail", content.guardrails],
    ["plan.measure", content.measures],
    ["plan.measureNode", content.measureNodes],
    ["plan.focus", content.focus],
  ] as const) {
    const said = rows.map((row) => ({ ...own, versionId, ...row }));
    await insertRows(tx, table, said);
  }
}
