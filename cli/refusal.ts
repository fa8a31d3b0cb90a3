/** Refusals of the rules on the command line: the same sentences that pages say, in English. */
import type { z } from "zod";
import { ok, type Result } from "#lib/result.ts";
import { translatorIn } from "#locales/translator.ts";
import { SHORTEST_PASSWORD } from "#platform/sign-in/passwords.ts";
import { type Answer, refused } from "./command.ts";

type Speaking = "people" | "district" | "account";

export function sentenceOf(from: Speaking, kind: string): string {
  const t = translatorIn("en") as unknown as { (key: string, values: object): string; has(key: string): boolean };
  const key = `${from}.problem.${kind}`;
  return t.has(key) ? t(key, { least: SHORTEST_PASSWORD }) : `Refused: ${kind}.`;
}

export const refusedBy = (from: Speaking, problem: { kind: string }): Answer =>
  refused(sentenceOf(from, problem.kind), problem);

/** Reads options by the schema of the form that asks the same; each wrong one is named as the option it is. */
export function readOptions<Schema extends z.ZodType>(
  from: Speaking,
  schema: Schema,
  options: Record<string, { option: string; value: unknown }>,
): Result<z.infer<Schema>, Answer> {
  const given = Object.fromEntries(Object.entries(options).map(([field, { value }]) => [field, value ?? ""]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map((issue) => ({
    option: options[String(issue.path[0])]?.option ?? "",
    kind: issue.message,
    sentence: sentenceOf(from, issue.message),
  }));
  const lines = problems.map(({ option, sentence }) => `${option}: ${sentence}`);
  return { ok: false, problem: refused(lines.join("\n"), { kind: "options", problems }) };
}
