/**
 * Reading a form: the fields that a schema knows, or the problems of each field. What was typed goes back to the page (never a
 * password), so that a refused form is not typed again.
 */
import { data } from "react-router";
import { z } from "zod";
import type { Result } from "#lib/result.ts";

export interface FormProblem {
  /** The field's name; "form" for a problem of the whole. */
  field: string;
  /** Key of the message, and what it speaks of. */
  kind: string;
  values?: Record<string, string | number>;
}

export interface RefusedForm {
  problems: FormProblem[];
  typed: Record<string, string>;
}

const SECRET_FIELD = /password|token|code|secret/i;

export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Result<z.infer<Schema>, RefusedForm> & { typed: Record<string, string> }> {
  const form = await request.formData().catch(() => {
    throw data(null, { status: 400 });
  });
  const sent = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  // A field that is asked for and was not sent is one left empty; a NUL is nothing that anyone types, and no database takes it.
  const asked = schema instanceof z.ZodObject ? Object.keys(schema.shape).map((name) => [name, ""] as const) : [];
  const fields: Record<string, string> = Object.fromEntries([
    ...asked,
    ...sent.map(([name, value]) => [name, value.replaceAll("\0", "")] as const),
  ]);
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET_FIELD.test(name)));
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data, typed };
  const problems = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? "form"),
    kind: issue.message,
  }));
  return { ok: false, problem: { problems, typed }, typed };
}

/** A problem that a command found, at the field it is about. */
export const problemAt = <Kind extends string>(
  fields: Partial<Record<Kind, string>>,
  { kind }: { kind: Kind },
  values?: FormProblem["values"],
): FormProblem => ({ field: fields[kind] ?? "form", kind, ...(values && { values }) });

/** The answer to a form that was refused: 422 (or 403, 409, 429), with the problems and what was typed. */
export const refuseForm = (typed: Record<string, string>, problems: FormProblem[], status = 422) =>
  data<RefusedForm>({ problems, typed }, { status });
