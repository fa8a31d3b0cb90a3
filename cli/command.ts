/** What a command of the command line is, and what it may say. Results go to stdout, everything else to stderr. */
import type { ParseArgsOptionsConfig } from "node:util";

export interface Told {
  /** Option values by name; positional arguments in `words`. */
  values: Record<string, string | boolean | undefined>;
  words: string[];
  environment: Record<string, string | undefined>;
}

export interface Command {
  /** As typed: "serve", "plan read". */
  name: string;
  /** What stands after the name: "FILE". */
  takes?: string;
  summary: string;
  /** Further lines of its `--help`. */
  more?: string;
  options: ParseArgsOptionsConfig;
  describes: Record<string, string>;
  run(told: Told): Promise<Answer>;
}

/**
 * `text` is for people, `json` for programs (with `--json`); exit codes: 0 done, 1 refused (the input or the rules say no),
 * 2 the command line itself was wrong, 3 the database or the data folder cannot be used, 70 a bug.
 */
export interface Answer {
  code: 0 | 1 | 2 | 3 | 70;
  text: string;
  json: unknown;
}

export const done = (text: string, json: unknown = {}): Answer => ({ code: 0, text, json });

export const refused = (sentence: string, problem: object = {}): Answer => ({
  code: 1,
  text: sentence,
  json: { error: { sentence, ...problem } },
});

export const misused = (sentence: string): Answer => ({
  code: 2,
  text: sentence,
  json: { error: { kind: "usage", sentence } },
});

export const unusable = (sentence: string, problem: object = {}): Answer => ({
  code: 3,
  text: sentence,
  json: { error: { sentence, ...problem } },
});
