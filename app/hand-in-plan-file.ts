/** A plan file that is handed in becomes a plan at once: it was reviewed where it comes from. */
import type { Result } from "#lib/result.ts";
import { importPlan } from "#modules/plan/file/commands.ts";
import { readPlanFile } from "#modules/plan/file/read-plan-file.ts";
import { listOrgs } from "#modules/plan/queries.ts";
import type { DistrictHere, Visit } from "./context.ts";

export const isPlanFile = (name: string): boolean => /\.json$/i.test(name);

/** The address of the plan, or the sentence that says why there is none. */
export async function handInPlanFile(
  { desk, actor, now, t, district }: Visit & { district: DistrictHere },
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<string, string>> {
  const read = readPlanFile(bytes);
  if (!read.ok) return { ok: false, problem: t(`planFile.${read.problem.kind}`, { name, ...read.problem } as never) };
  const done = await desk.write(async (tx) => importPlan(tx, actor, read.value, await listOrgs(tx, district), now));
  if (done.ok) return { ok: true, value: done.value.slug };
  const { problem } = done;
  const values = problem.kind === "org-missing" ? { kind: problem.of.kind, org: problem.of.name } : problem;
  return { ok: false, problem: t(`planFile.${problem.kind}`, values as never) };
}
