/** Writes what a draft says anew: only the rows that differ. */
import { v7 as uuidv7 } from "uuid";
import type { WriteTx } from "#platform/db/desk.ts";
import { insertRows } from "#platform/db/insert-rows.ts";
import { deleteRows, upsertRows } from "#platform/db/keyed-rows.ts";
import { elementsOf, rowsOf } from "../file/file-rows.ts";
import type { WhoseContent } from "../insert-content.ts";
import { isSame } from "../text/same.ts";
import type { VersionText } from "../text/version-text.ts";
import { ordinalsOf } from "./ordinals.ts";

/** What the database knows of a draft beside its text. */
export interface Kept {
  /** The lasting id of every element that the plan has ever had, by address. */
  ids: ReadonlyMap<string, string>;
  /** By address: the place of each element in its list. */
  ordinals: ReadonlyMap<string, number>;
}

type Rows = ReturnType<typeof rowsOf>;
type Part = keyof Rows;

/** Parents before what hangs on them; ties are written last and go first. */
const TABLES: readonly [Part, `plan.${"level" | "statement" | "node" | "guardrail" | "measure"}`, string][] = [
  ["levels", "plan.level", "key"],
  ["statements", "plan.statement", "elementId"],
  ["nodes", "plan.node", "elementId"],
  ["guardrails", "plan.guardrail", "elementId"],
  ["measures", "plan.measure", "elementId"],
];
const TIES = [
  ["measureNodes", "plan.measureNode", ["measureId", "nodeId"]],
  ["focus", "plan.focus", ["nodeId", "year"]],
] as const;

/** `audienceOfPlan`: elements last longer than a version, and are seen by whoever sees the plan. */
export async function writeText(
  tx: WriteTx,
  { planId, versionId, ...own }: WhoseContent & { audienceOfPlan: string },
  { ids: known, ordinals }: Kept,
  before: VersionText,
  after: VersionText,
): Promise<void> {
  const { audienceOfPlan, ...mine } = own;
  const ids = new Map(known);
  const born = elementsOf([{ text: after }], uuidv7).filter(({ address }) => !ids.has(address));
  for (const { address, id } of born) ids.set(address, id);
  const elements = born.map((row) => ({ ...mine, audience: audienceOfPlan, planId, ...row }));
  await insertRows(tx, "plan.element", elements);

  const whole = (row: object) => ({ ...mine, versionId, ...row });
  const was = numbered(rowsOf(before, ids), before, ordinals);
  const is = numbered(rowsOf(after, ids), after, renumbered(after, ordinals));
  const changes = (part: Part, key: readonly string[]) => {
    const [old, now] = [byKey(was[part], key), byKey(is[part], key)];
    return {
      gone: [...old].filter(([at]) => !now.has(at)).map(([, row]) => whole(row)),
      anew: [...now].filter(([at, row]) => !isSame(row, old.get(at))).map(([, row]) => whole(row)),
    };
  };
  const ties = TIES.map(([part, table, key]) => ({ table, key: [...OWN, ...key], ...changes(part, key) }));
  const rows = TABLES.map(([part, table, key]) => ({ table, key: [...OWN, key], ...changes(part, [key]) }));
  for (const { table, key, gone } of ties) await deleteRows(tx, table, key, gone);
  for (const { table, key, anew } of rows) await upsertRows(tx, table, key, anew);
  for (const { table, key, gone } of rows.toReversed()) await deleteRows(tx, table, key, gone);
  for (const { table, anew } of ties) await insertRows(tx, table, anew);
  await writePeriod(tx, { districtId: own.districtId, versionId }, before, after);
}

const OWN = ["districtId", "versionId"];

const byKey = (rows: readonly object[], key: readonly string[]): Map<string, object> =>
  new Map(rows.map((row) => [JSON.stringify(key.map((column) => (row as Record<string, unknown>)[column])), row]));

const listsOf = ({ statements, nodes, guardrails, measures }: VersionText) => [statements, nodes, guardrails, measures];

function renumbered(text: VersionText, known: Kept["ordinals"]): Map<string, number> {
  return new Map(
    listsOf(text).flatMap((list) => [
      ...ordinalsOf(
        list.map(({ address }) => address),
        known,
      ),
    ]),
  );
}

/** `rowsOf` counts; in the database there may be gaps. */
function numbered(rows: Rows, text: VersionText, ordinals: Kept["ordinals"]): Rows {
  const placed = (list: readonly object[], of: readonly { address: string }[]): object[] =>
    list.map((row, at) => ({ ...row, ordinal: ordinals.get((of[at] as { address: string }).address) }));
  return {
    ...rows,
    statements: placed(rows.statements, text.statements),
    nodes: placed(rows.nodes, text.nodes),
    guardrails: placed(rows.guardrails, text.guardrails),
    measures: placed(rows.measures, text.measures),
  };
}

async function writePeriod(
  tx: WriteTx,
  { districtId, versionId }: { districtId: string; versionId: string },
  { period: before }: VersionText,
  { period: after }: VersionText,
): Promise<void> {
  if (isSame(before, after)) return;
  const [periodStart, periodEnd, periodPrinted] = [after?.start ?? null, after?.end ?? null, after?.printed ?? null];
  await tx
    .updateTable("plan.version")
    .set({ periodStart, periodEnd, periodPrinted })
    .where("districtId", "=", districtId)
    .where("id", "=", versionId)
    .execute();
}
