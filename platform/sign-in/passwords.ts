/**
 * What a password must be: long, and not the first thing that one would guess. No rule on kinds of characters and no expiry,
 * after NIST SP 800-63B section 3.1.1.2 (length matters, composition rules do not help).
 */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordProblem = { kind: "too-short" } | { kind: "too-long" } | { kind: "too-plain" };

/** `about`: what a guesser knows of the person (name, address, district), whole and word by word. */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { kind: "too-short" };
  if (length > LONGEST_PASSWORD) return { kind: "too-long" };
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const isRun = new Set(plain).size < 5 || "abcdefghijklmnopqrstuvwxyz01234567890123456789".includes(plain);
  const known = about
    .flatMap((fact) => [fact.replace(/[^\p{L}\p{N}]/gu, ""), ...fact.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 3);
  const withoutKnown = known
    .reduce((rest, word) => rest.replaceAll(word, ""), plain)
    .replace(/passw[o0]rd|guidepost|welcome|\d+/g, "");
  return isRun || withoutKnown.length < 4 ? { kind: "too-plain" } : null;
}
