/**
 * What a reviewer can do to a reading. Each is a small change that refers to items by id, so that it can be written down,
 * sent by a form, undone, and refused if the item is no longer there.
 */
import type { Result } from "#lib/result.ts";
import type { MeasureRole, StatementKind } from "../document/reading.ts";
import type { ReviewState } from "./state.ts";

export type Target =
  | { kind: "node"; level: string }
  | { kind: "statement"; type: StatementKind }
  | { kind: "guardrail" }
  | { kind: "measure"; role: MeasureRole };

export type Operation =
  /** One step out: becomes the next sibling of its parent. */
  | { do: "promote"; item: string }
  /** One step in: becomes the last child of the sibling before it. */
  | { do: "demote"; item: string }
  /** Under another parent, or elsewhere among siblings; `before` null = last. */
  | { do: "move"; item: string; parent: string | null; before: string | null }
  | { do: "raise"; item: string }
  | { do: "lower"; item: string }
  /** Its words continue those of another, as part of the title (or text), or of what follows it. */
  | { do: "merge"; item: string; into: string; as: "text" | "body" }
  /** `at`: where in `field` the second part begins; it becomes what follows the title, a sibling, or a child. */
  | { do: "split"; item: string; field: "text" | "body"; at: number; as: "body" | "sibling" | "child" }
  | { do: "retype"; item: string; as: Target }
  | { do: "rename-level"; level: string; label: string }
  /** Its lines go aside; what lies below moves up to its parent. */
  | { do: "set-aside"; item: string }
  /** A line that was left aside is part of the plan after all. */
  | { do: "accept-line"; line: string; as: Target }
  /** An open line stays aside, decided by a person. */
  | { do: "leave-line"; line: string }
  /** A contradiction was seen and stays as it is. */
  | { do: "note-warning"; warning: number }
  | { do: "undo" }
  | { do: "redo" };

export type OperationProblem =
  | { kind: "gone" }
  | { kind: "nowhere-to-go" }
  | { kind: "not-there" }
  | { kind: "has-parts" }
  | { kind: "nothing-to-split" }
  | { kind: "label-missing" }
  | { kind: "label-taken" }
  | { kind: "nothing-to-undo" };

/** What one operation makes of a state: the new one, or why it cannot be. */
export type Outcome = Result<ReviewState, OperationProblem>;

/** An operation on the state itself; undoing is an operation on the list of them. */
export type Step = Exclude<Operation, { do: "undo" } | { do: "redo" }>;
