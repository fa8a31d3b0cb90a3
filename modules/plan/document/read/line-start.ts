import { readCode } from "./code.ts";
import { readLabel } from "./label.ts";
import { bulletOf } from "./piece.ts";

/**
 * What a single line seems to start with, before lines are put together: a label ("Goal 2: …", "Owner: …"), a code
 * ("2.1 …", "a) …"), or nothing.
 */
export function readLineStart(line: string): "label" | "code" | null {
  const text = line.slice(bulletOf(line).length).trimStart();
  if (readLabel(text)) return "label";
  const code = readCode(text);
  return code && (code.firm || (code.closed && /[.)]\s*$/.test(text.slice(0, code.end)))) ? "code" : null;
}
