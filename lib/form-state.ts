/** What a form shows again after it was refused: what was typed, and what is wrong with each field. Empty on a first visit. */
export interface FormState {
  typed: Record<string, string>;
  problem(field: string): string | undefined;
}
