/** What was found of the chain of a log, in a few lines. */
import type { ChainProblem, ChainReport } from "#modules/people/audit/verify.ts";

export const LOG_NAMES = { event: "What happened", look: "Who looked at students" } as const;

export function chainSentence(report: ChainReport & { note: string | null }): string[] {
  const { log, rows, problem, note, letGo, notedGone } = report;
  const name = LOG_NAMES[log];
  const counted = `${rows} ${rows === 1 ? "row" : "rows"}`;
  if (problem !== null) return [`  ${name}: NOT as it was written. ${problemSentence(problem)}`];
  if (note === null) return [`  ${name}: nothing was ever written.`];
  const before = letGo?.before.toISOString().slice(0, 10);
  return [
    `  ${name}: ${counted}, each as it was written.`,
    ...(letGo === null ? [] : [`    ${letGo.rows} from before ${before} were let go of by the district's own rule.`]),
    ...(notedGone ? ["    What was noted is one of those: there is nothing left to compare it with."] : []),
    `    ${note}`,
  ];
}

export function problemSentence(problem: ChainProblem): string {
  switch (problem.kind) {
    case "altered":
      return `Row ${problem.n} (${problem.id}, ${problem.at}) was altered, or the one before it together with its link.`;
    case "removed":
      return `Row ${problem.n}${problem.id ? ` (${problem.id})` : ""} was removed.`;
    case "inserted":
      return `A row was put in that no one wrote here (${problem.id}, ${problem.at}).`;
    case "end-changed":
      return `The end was changed: it is not what the last link (${problem.n}) says.`;
    case "cut-unsaid":
      return `Rows up to ${problem.n} are gone, and the log of events does not say that they were let go of.`;
    case "not-as-noted":
      return `Row ${problem.n} is not what was noted of it: the end was cut off, or everything was written anew.`;
  }
}
