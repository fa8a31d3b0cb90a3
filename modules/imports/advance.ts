/** One import from where it stands to where it must wait for a person, or is over. Safe to begin again at any point. */
import { ok } from "#lib/result.ts";
import { checkRows } from "./check.ts";
import type { Problem, State } from "./domain.ts";
import { sourceOf } from "./domain.ts";
import { type LookedAt, lookAtSet } from "./look.ts";
import { keepOriginals } from "./originals.ts";
import { publish, rehearse, tell } from "./publish.ts";
import type { Known } from "./relation.ts";
import { revert } from "./revert.ts";
import { stageFile } from "./stage.ts";
import { tidy } from "./tidy.ts";
import { settleQuestions, understand } from "./understand.ts";
import { claim, inState, type Job, keepLease, LostImport, moveTo, release } from "./work.ts";

interface Standing {
  state: State;
  students: boolean;
  publishAskedAt: Date | null;
  publishAskedBy: string | null;
  overrideReason: string | null;
  revertAskedAt: Date | null;
}

/** False if another is at work on it. Errors are bugs, or the database gone: the import stays where it stood. */
export async function advance(job: Job): Promise<boolean> {
  if ((await claim(job)) === null) return false;
  const letGo = keepLease(job);
  try {
    while (await step(job));
    return true;
  } catch (error) {
    if (error instanceof LostImport) return false;
    throw error;
  } finally {
    letGo();
    await release(job).catch(() => {});
  }
}

/** One step; false if there is nothing to do but wait. */
async function step(job: Job): Promise<boolean> {
  const standing = await findStanding(job);
  switch (standing?.state) {
    case "uploaded":
      return stageSet(job, standing);
    case "mapped":
    case "checked":
    case "rehearsed":
      return workOn(job, standing);
    case "published":
      if (standing.revertAskedAt !== null) return revert(job);
      await tidy(job);
      return false;
    case undefined:
      return false;
    default:
      await tidy(job);
      return false;
  }
}

async function findStanding({ desk, districtId, importId }: Job): Promise<Standing | undefined> {
  return desk.read((tx) =>
    tx
      .selectFrom("imports.import")
      .select(["state", "students", "publishAskedAt", "publishAskedBy", "overrideReason", "revertAskedAt"])
      .where("districtId", "=", districtId)
      .where("id", "=", importId)
      .executeTakeFirst(),
  ) as Promise<Standing | undefined>;
}

async function stageSet(job: Job, { students }: Standing): Promise<boolean> {
  const set = await lookAtSet(job);
  if (!set.ok) return refuseSet(job, "uploaded", set.problem);
  for (const file of set.value.files) {
    if (file.lines !== null) continue;
    const source = sourceOf(job.definition, file.source);
    const mayBeEmpty = source.mayBeEmpty === true || set.value.modes[source.name] === "delta";
    const staged = await stageFile(job, source, file, { students, mayBeEmpty });
    if (!staged.ok) return refuseSet(job, "uploaded", staged.problem);
  }
  return settleQuestions(job, await understand(job, set.value));
}

async function workOn(job: Job, standing: Standing): Promise<boolean> {
  const { state, students, publishAskedAt, publishAskedBy: by, overrideReason: override } = standing;
  if (state === "rehearsed" && publishAskedAt === null) return false;
  const set = await lookAtSet(job);
  if (!set.ok) return refuseSet(job, state, set.problem);
  const known = await knownOf(job, set.value);
  if (state === "mapped") await checkRows(job, known, students);
  else if (state === "checked") {
    await keepOriginals(job, set.value, students);
    await rehearse(job, known, set.value);
  } else await publish(job, known, set.value, { by, override });
  return true;
}

async function knownOf(job: Job, set: LookedAt): Promise<Known> {
  const { definition, districtId, importId, today } = job;
  const { dates, answers } = await understand(job, set);
  return {
    definition,
    districtId,
    importId,
    today,
    dates,
    answers,
    present: set.files.map(({ source }) => source),
    modes: set.modes,
  };
}

async function refuseSet(job: Job, state: State, problem: Problem): Promise<boolean> {
  await inState(job, state, async (tx) => {
    await moveTo(tx, job, "refused", { problem });
    await tell(tx, job, "refuse-import", { problem: problem.because, ...(problem.file && { file: problem.file }) });
    return ok(null);
  });
  return true;
}
