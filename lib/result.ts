/** The answer of anything that may be refused: a value, or a problem of a closed kind. Bugs throw; refusals are values. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Problem>(problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });
