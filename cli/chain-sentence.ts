/** What was found of the chain of a log, in a few lines. */
import type { ChainProblem, ChainReport } from "#modules/people/audit/verify.ts";

const NAMES = { event: "What happened", look: "Who looked at students" } as const;

export function chainSentence({ log, rows, problem, note }: ChainReport & { note: string | null }): string[] {
  const name = NAMES[log];
  const counted = `${rows} ${rows === 1 ? "row" : "rows"}`;
  if (problem !== null) return [`  ${name}: NOT as it was written. ${problemSentence(problem)}`];
  if (note === null) return [`  ${name}: nothing was ever written.`];
  return [`  ${name}: ${counted}, each as it was written.`, `    ${note}`];
}

function problemSentence(problem: ChainProblem): string {
  switch (problem.kind) {
    case "altered":
      return `Row ${problem.n} (${problem.id}, ${problem.at}) was altered, or the one before it together with its link.`;
    case "removed":
      return `Row ${problem.n}${problem.id ? ` (${problem.id})` : ""} was removed.`;
    case "inserted":
      return `A row was put in that no one wrote here (${problem.id}, ${problem.at}).`;
    case "end-changed":
      return `The end was changed: it is not what the last link (${problem.n}) says.`;
    case "not-as-noted":
      return `Row ${problem.n} is not what was noted of it: the end was cut off, or everything was written anew.`;
  }
}
