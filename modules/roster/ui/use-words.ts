import { useFormatter, useTranslations } from "use-intl";

/** Grades and student groups in the reader's words; what a district names by itself stays as it is. */
export function useWords() {
  const grades = useTranslations("district.grades");
  const groups = useTranslations("roster.groups");
  const t = useTranslations("roster");
  const format = useFormatter();
  type GradeKey = Parameters<typeof grades>[0];
  type GroupKey = Parameters<typeof groups>[0];
  const grade = (code: string | null): string => {
    if (code === null || code === "") return t("grade-missing");
    return grades.has(code as GradeKey) ? grades(code as GradeKey) : code;
  };
  return {
    grade,
    /** As the first word of a line. */
    gradeFirst: (code: string | null): string => capital(grade(code)),
    group: ({ key, label }: { key: string; label: string | null }): string =>
      label ?? (groups.has(key as GroupKey) ? groups(key as GroupKey) : key),
    number: (n: number): string => format.number(n),
    because: useReasons(),
  };
}

/** The sentence of a policy's answer. */
function useReasons() {
  const t = useTranslations("policy");
  return (because: string): string => t(because as Parameters<typeof t>[0]);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
