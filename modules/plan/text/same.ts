/** Whether two values say the same, however their keys are ordered. Pure. */
import type { FieldValue } from "./parts.ts";

/** Of plain values: what JSON can say, and undefined. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, otherKeys] = [Object.keys(one), Object.keys(other)];
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return (
    keys.length === otherKeys.length && keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

/** The nodes that a measure or a year names are a set: their order is that of the plan. */
export function isSameField(field: string, one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (field !== "nodes" || !Array.isArray(one) || !Array.isArray(other)) return isSame(one, other);
  return isSame([...one].sort(), [...other].sort());
}
