/** The draft of a plan: its text, and every edit that led to it. */
import type { ReadTx } from "#platform/db/desk.ts";
import {
  findDraft,
  getVersionContent,
  type PlanRecord,
  type VersionContentRows,
  type VersionRecord,
} from "../queries.ts";
import { applyChanges, type Change, invertChanges } from "../text/changes.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";
import type { Kept } from "./write-text.ts";

export interface EditRecord {
  n: number;
  changes: Change[];
  by: string | null;
  at: Date;
}

/** Edits of a version, the oldest first; those after `after` alone, if it is given. */
export async function listEdits(
  tx: ReadTx,
  districtId: string,
  versionId: string,
  { after = 0, newest }: { after?: number; newest?: number } = {},
): Promise<EditRecord[]> {
  const rows = await tx
    .selectFrom("plan.edit as edit")
    .leftJoin("people.person as person", (join) =>
      join.onRef("person.districtId", "=", "edit.districtId").onRef("person.id", "=", "edit.editedBy"),
    )
    .select(["edit.n", "edit.changes", "edit.editedAt as at", "person.name as by"])
    .where("edit.districtId", "=", districtId)
    .where("edit.versionId", "=", versionId)
    .where("edit.n", ">", after)
    .orderBy("edit.n", "desc")
    .$if(newest !== undefined, (query) => query.limit(newest as number))
    .execute();
  return rows.map((row) => ({ ...row, changes: row.changes as unknown as Change[] })).reverse();
}

/** The number of the last edit; 0 before the first. */
export async function countEdits(tx: ReadTx, districtId: string, versionId: string): Promise<number> {
  const { last } = await tx
    .selectFrom("plan.edit")
    .select(({ fn }) => fn.max("n").as("last"))
    .where("districtId", "=", districtId)
    .where("versionId", "=", versionId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

export interface OpenDraft {
  version: VersionRecord;
  content: VersionContentRows;
  text: VersionText;
  /** The number of its last edit. */
  edits: number;
}

/** Null if the plan has none: what it says is adopted. */
export async function getDraft(
  tx: ReadTx,
  districtId: string,
  plan: PlanRecord,
  { lock = false }: { lock?: boolean } = {},
): Promise<OpenDraft | null> {
  const version = await findDraft(tx, districtId, plan.id, { lock });
  if (version === null) return null;
  const content = await getVersionContent(tx, districtId, version.id);
  const edits = await countEdits(tx, districtId, version.id);
  return { version, content, text: versionTextOf(version, content), edits };
}

/** The text as it was before these edits. They are the last ones, the oldest first. */
export function textBefore(now: VersionText, edits: readonly EditRecord[]): VersionText {
  return edits.reduceRight((text, { n, changes }) => {
    const before = applyChanges(text, invertChanges(changes));
    if (!before.ok)
      throw new Error(`edit ${n} does not lead back: ${before.problem.element} ${before.problem.address}`);
    return before.value;
  }, now);
}

/** Ids and places, which a text does not know. */
export async function getKept(tx: ReadTx, districtId: string, { planId, id }: VersionRecord): Promise<Kept> {
  const elements = await tx
    .selectFrom("plan.element")
    .select(["id", "address"])
    .where("districtId", "=", districtId)
    .where("planId", "=", planId)
    .execute();
  const addresses = new Map(elements.map((element) => [element.id, element.address]));
  const ordinals = new Map<string, number>();
  for (const table of ["plan.statement", "plan.node", "plan.guardrail", "plan.measure"] as const) {
    const rows = await tx
      .selectFrom(table)
      .select(["elementId", "ordinal"])
      .where("districtId", "=", districtId)
      .where("versionId", "=", id)
      .execute();
    for (const { elementId, ordinal } of rows) ordinals.set(addresses.get(elementId) as string, ordinal);
  }
  return { ids: new Map(elements.map((element) => [element.address, element.id])), ordinals };
}
