/** Opens a plan file that was named on the command line. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ok, type Result } from "#lib/result.ts";
import { translatorIn } from "#locales/translator.ts";
import type { PlanFile } from "#modules/plan/file/plan-file.ts";
import { type FileProblem, readPlanFile } from "#modules/plan/file/read-plan-file.ts";
import { type Answer, refused } from "../../command.ts";

export async function openPlanFile(file: string): Promise<Result<PlanFile, Answer>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = refused(`${file} could not be opened (${code}). Name a plan file.`, { kind: "not-opened" });
    return { ok: false, problem };
  }
  const read = readPlanFile(bytes);
  if (read.ok) return ok(read.value);
  return { ok: false, problem: refusedFile(read.problem, basename(file)) };
}

function refusedFile({ kind, ...values }: FileProblem, name: string): Answer {
  const t = translatorIn("en");
  return refused(t(`planFile.${kind}`, { name, ...values } as never), { kind, ...values });
}
