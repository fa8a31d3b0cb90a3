/** One line of JSON for each thing an operator should know. It names a reference, never the content of a request. */
export interface LogLine {
  level: "info" | "warn" | "error";
  what: string;
  [detail: string]: string | number | boolean | null | undefined;
}

export function log(line: LogLine, error?: unknown): void {
  const told = error === undefined ? {} : { error: describe(error) };
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line, ...told })}\n`);
}

/** Name, code and stack. A database error's detail quotes row values, so it stays out. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, constraint } = error as { code?: string; constraint?: string };
  return [code, constraint, error.stack ?? error.message].filter(Boolean).join(" ");
}
