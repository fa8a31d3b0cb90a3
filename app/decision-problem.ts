/** The answer to a decision that was refused: at the field it is about, in words that say what is needed. */
import type { AdoptProblem, AmendProblem } from "#modules/plan/adoption/commands.ts";
import type { Visit } from "./context.ts";
import { type FormProblem, refuseForm } from "./form.ts";
import { conflict, mustBeAllowed, notFound } from "./replies.ts";

type Problem = AdoptProblem | AmendProblem;

const FIELDS: Partial<Record<Problem["kind"], string>> = {
  "in-the-future": "day",
  "before-the-last": "day",
  "no-board": "day",
  "mover-missing": "mover",
  "mover-seconds": "seconder",
  "seconder-missing": "seconder",
  "not-a-member": "votes",
  "vote-missing": "votes",
  "no-quorum": "votes",
  "not-carried": "votes",
  "reason-missing": "reason",
  "authority-too-small": "who",
  "no-such-office": "person",
};

/** What changed meanwhile is a conflict, and shown as it stands now at `to`. */
export function decisionProblem(visit: Visit, problem: Problem, typed: Record<string, string>, to: string) {
  if (problem.kind === "not-found") return notFound();
  if (problem.kind === "not-allowed") mustBeAllowed(visit, { allowed: false, because: problem.because });
  const { kind, ...told } = problem;
  const values = { ...told } as FormProblem["values"];
  if (isConflict(kind)) return conflict(visit.t(`adoption.problem.${kind}` as never, values as never), to);
  return refuseForm(typed, [{ field: FIELDS[kind] ?? "form", kind, ...(values && { values }) }]);
}

const isConflict = (kind: Problem["kind"]): boolean =>
  ["text-changed", "no-draft", "adopted-before", "superseded", "never-adopted"].includes(kind);
