/**
 * A name as it was meant: control characters, line breaks and marks that turn the direction of writing become a space, runs of
 * spaces one, and none at the ends.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
