/** The state of a review is its reading with the steps applied in order; undoing is a step too, so nothing is ever lost. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Reading } from "../document/reading.ts";
import { apply } from "./apply.ts";
import type { Operation, OperationProblem, Step } from "./operations.ts";
import { type ReviewState, stateOf } from "./state.ts";

export interface Review {
  state: ReviewState;
  /** How many steps can be taken back, and forth again. */
  undoable: number;
  redoable: number;
}

/** `operations` are the review's steps, the first one numbered 1. Refuses with the problem of the last one if it does not fit. */
export function foldReview(
  reading: Reading,
  source: string,
  operations: readonly Operation[],
): Result<Review, OperationProblem> {
  const standing = standingSteps(operations);
  if (standing === null) return refuse({ kind: "nothing-to-undo" });
  let state = stateOf(reading);
  for (const { n, step } of standing.done) {
    const applied = apply(state, step, source, `r${n}`);
    if (!applied.ok) return applied;
    state = applied.value;
  }
  return ok({ state, undoable: standing.done.length, redoable: standing.undone.length });
}

interface Numbered {
  n: number;
  step: Step;
}

/** Which steps stand after all undoing; null if the last one undoes (or redoes) nothing. */
function standingSteps(operations: readonly Operation[]): { done: Numbered[]; undone: Numbered[] } | null {
  const done: Numbered[] = [];
  let undone: Numbered[] = [];
  for (const [at, operation] of operations.entries()) {
    if (operation.do === "undo" || operation.do === "redo") {
      const [from, to] = operation.do === "undo" ? [done, undone] : [undone, done];
      const step = from.pop();
      if (step === undefined) return null;
      to.push(step);
    } else {
      done.push({ n: at + 1, step: operation });
      undone = [];
    }
  }
  return { done, undone };
}
