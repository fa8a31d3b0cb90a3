import { useTranslations } from "use-intl";
import { Table } from "#ui/table/table.tsx";
import type { StudentLine } from "../students/present.ts";
import { useWords } from "./use-words.ts";

interface StudentTableProps {
  caption: string;
  students: readonly StudentLine[];
  /** Of one school, it is not said again in each row. */
  ofOneSchool?: boolean;
}

export function StudentTable({ caption, students, ofOneSchool = false }: StudentTableProps) {
  const t = useTranslations("roster");
  const { gradeFirst } = useWords();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={caption}
      columns={[
        { head: t("head-name") },
        { head: t("head-grade") },
        ...(ofOneSchool ? [] : [{ head: t("head-school") }]),
        { head: t("head-number"), numeric: true },
      ]}
      rows={students.map(({ id, name, grade, school, identifier }) => ({
        key: id,
        cells: [
          <a key="name" href={`/students/${id}`}>
            {name}
          </a>,
          gradeFirst(grade),
          ...(ofOneSchool ? [] : [school ?? t("student-lede-none")]),
          identifier ?? t("missing"),
        ],
      }))}
    />
  );
}
