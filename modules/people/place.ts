/** Where a grant holds, in words: "grade 3, Alder Creek Elementary". The page brings its translator, the command line its own. */

export interface Place {
  /** All null: the whole district. */
  school: string | null;
  grade: string | null;
  section: string | null;
  team: string | null;
}

/** A translator of all words. Keys are put together here, so their types are not asked. */
type Words = (key: string, values?: Record<string, string>) => string;

export function sayPlace(translator: unknown, { school, grade, section, team }: Place): string {
  const t = translator as Words;
  if (team !== null) return t("people.where-team", { team });
  if (section !== null) return t("people.where-section", { section });
  if (school === null) return t("people.whole-district");
  return grade === null ? school : t("people.where-grade", { grade: t(`district.grades.${grade}`), school });
}
