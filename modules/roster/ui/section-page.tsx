import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import type { Section, Session } from "../queries.ts";
import type { StudentLine } from "../students/present.ts";
import { StudentTable } from "./student-table.tsx";
import { useWords } from "./use-words.ts";

interface SectionPageProps {
  section: Section;
  terms: readonly Session[];
  students: readonly StudentLine[];
  /** Why those are shown; null: nobody is. */
  because: string | null;
  /** Whether everyone in the section is within reach. */
  sees: boolean;
}

/** What is taught here, by whom, and the students of it whom the reader's work is with. */
export function SectionPage({ section, terms, students, because, sees }: SectionPageProps) {
  const t = useTranslations("roster");
  const { day } = useDates();
  const { title, school, schoolSlug, course, teachers, endedOn } = section;
  const names = teachers.map(({ name }) => name).join(", ");
  const where =
    course && course !== title ? t("section-lede", { course, school }) : t("section-lede-plain", { school });
  return (
    <>
      <title>{title}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/schools", text: t("schools-title") },
              { href: `/schools/${schoolSlug}`, text: school },
              { text: title },
            ]}
          />
        }
        lede={[where, names && t("section-taught", { names }), endedOn && t("section-over", { day: day(endedOn) })]
          .filter(Boolean)
          .join(" ")}
      >
        {title}
      </Finding>
      <Students students={students} because={because} sees={sees} />
      <SectionFacts section={section} terms={terms} />
    </>
  );
}

function Students({ students, because, sees }: Pick<SectionPageProps, "students" | "because" | "sees">) {
  const t = useTranslations("roster");
  const words = useWords();
  return (
    <Block
      heading={students.length > 0 ? t("students-count", { count: students.length }) : t("students")}
      id="students"
    >
      {students.length > 0 && <StudentTable caption={t("students")} students={students} ofOneSchool />}
      {students.length > 0 && because !== null && <Note>{t("looked", { why: words.because(because) })}</Note>}
      {students.length === 0 && sees && <Note>{t("section-none")}</Note>}
      {!sees && because !== null && <Note>{t("section-hidden", { why: words.because(because) })}</Note>}
    </Block>
  );
}

function SectionFacts({ section, terms }: { section: Section; terms: readonly Session[] }) {
  const t = useTranslations("roster");
  const { day } = useDates();
  const { gradeFirst } = useWords();
  const { course, code, periods, location, grades } = section;
  const fact = (term: string, value: string) => ({ term, value: value || t("missing"), missing: value === "" });
  return (
    <Block heading={t("about")} id="about">
      <Facts
        layout="across"
        items={[
          fact(t("fact-course"), course ?? ""),
          fact(t("fact-grades"), grades.map(gradeFirst).join(", ")),
          fact(t("fact-period"), periods.join(", ")),
          fact(t("fact-room"), location ?? ""),
          fact(t("fact-code"), code ?? ""),
          fact(
            t("fact-terms"),
            terms
              .map(
                ({ title, startsOn, endsOn }) =>
                  `${title}, ${t("when-span", { from: day(startsOn), until: day(endsOn) })}`,
              )
              .join("; "),
          ),
        ]}
      />
    </Block>
  );
}
