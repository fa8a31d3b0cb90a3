import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { StudentLine } from "../students/present.ts";
import type { ReachLine } from "../students/reach-lines.ts";
import { StudentTable } from "./student-table.tsx";
import { useWords } from "./use-words.ts";

interface SearchPageProps {
  asked: string;
  /** Null: nothing was asked; "short": too little to search for. */
  found: { students: readonly StudentLine[]; more: boolean } | "short" | null;
  reach: readonly ReachLine[];
  isTeacher: boolean;
}

/** Finds a student among those whom the reader's work is with. */
export function SearchPage({ asked, found, reach, isTeacher }: SearchPageProps) {
  const t = useTranslations("roster");
  return (
    <>
      <title>{t("search-title")}</title>
      <Finding lede={reach.length > 0 ? t("search-lede") : undefined}>{t("search-title")}</Finding>
      {reach.length === 0 ? (
        <EmptyState example={<p>{t("reach-example")}</p>}>
          <p>{t(isTeacher ? "reach-none-teacher" : "reach-none")}</p>
        </EmptyState>
      ) : (
        <search>
          <form method="get" action="/students">
            <FieldRow>
              <TextField
                name="q"
                type="search"
                label={t("search-label")}
                hint={t("search-hint")}
                error={found === "short" ? t("search-short") : undefined}
                defaultValue={asked}
                maxLength={100}
                autoComplete="off"
                spellCheck={false}
              />
              <ActionRow>
                <Button first>{t("search")}</Button>
              </ActionRow>
            </FieldRow>
          </form>
        </search>
      )}
      {found !== null && found !== "short" && <Found asked={asked} {...found} />}
      {reach.length > 0 && <YourStudents reach={reach} />}
    </>
  );
}

function Found({ asked, students, more }: { asked: string; students: readonly StudentLine[]; more: boolean }) {
  const t = useTranslations("roster");
  return (
    <Block heading={t("found", { count: students.length, words: asked })} id="found">
      {students.length === 0 && <Note>{t("found-none")}</Note>}
      {students.length > 0 && <StudentTable caption={t("students")} students={students} />}
      {more && <Note>{t("found-more", { count: students.length })}</Note>}
    </Block>
  );
}

function YourStudents({ reach }: { reach: readonly ReachLine[] }) {
  const t = useTranslations("roster");
  return (
    <Block heading={t("your-students")} id="yours">
      <Stack room="tight">
        {reach.map((line) => (
          <ReachSentence key={`${line.through} ${line.of}`} line={line} />
        ))}
      </Stack>
    </Block>
  );
}

function ReachSentence({ line }: { line: ReachLine }) {
  const t = useTranslations("roster");
  const { gradeFirst } = useWords();
  const { through, name, href, grade, count } = line;
  const a = (words: React.ReactNode) => (href === null ? words : <a href={href}>{words}</a>);
  switch (through) {
    case "district":
      return <p>{t("reach-district")}</p>;
    case "school":
      return <p>{t.rich("reach-school", { a, school: name })}</p>;
    case "grade":
      return <p>{t.rich("reach-grade", { a, school: name, grade: gradeFirst(grade), count })}</p>;
    case "section":
      return <p>{t.rich("reach-section", { a, section: name, count })}</p>;
    case "team":
      return <p>{t("reach-team", { team: name, count })}</p>;
  }
}
