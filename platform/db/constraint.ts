/** Constraint names say the rule, so that a refusal by the database has the same kind as one by the program. */

/** The name of the constraint that a database error broke, or null. */
export function brokenConstraint(error: unknown): string | null {
  return (error as { constraint?: string }).constraint ?? null;
}

/** Row security or a missing privilege said no: the program's own policy should have said so first. */
export const isForbidden = (error: unknown): boolean => (error as { code?: string } | undefined)?.code === "42501";

/** Something that is named does not exist, or something that should go is still named by another row. */
export const breaksReference = (error: unknown): boolean => (error as { code?: string } | undefined)?.code === "23503";
