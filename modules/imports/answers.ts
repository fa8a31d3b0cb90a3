/** What codes mean here, as people have answered: by column (`source.column`) and code. */
import type { Job } from "./work.ts";

export type Answers = Map<string, Map<string, string | null>>;

export async function listAnswers({
  desk,
  districtId,
  definition,
}: Pick<Job, "desk" | "districtId" | "definition">): Promise<Answers> {
  const rows = await desk.read((tx) =>
    tx
      .selectFrom("imports.mapping")
      .select(["columnName", "code", "value"])
      .where("districtId", "=", districtId)
      .where("kind", "=", definition.kind)
      .execute(),
  );
  const answers: Answers = new Map();
  for (const { columnName, code, value } of rows) {
    const known = answers.get(columnName) ?? new Map<string, string | null>();
    answers.set(columnName, known.set(code, value));
  }
  return answers;
}
