import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import type { GroupLine, PresentedSchool } from "../present.ts";
import type { Section } from "../queries.ts";
import { NoRoster } from "./schools-page.tsx";
import { useWords } from "./use-words.ts";

interface SchoolPageProps {
  name: string;
  school: PresentedSchool;
  day: string | null;
  /** Whether counts of confidential groups are told to whoever reads. */
  confided: boolean;
  mayLoad: boolean;
}

/** How many students a school has, by grade and group, and what is taught there by whom. */
export function SchoolPage({ name, school, day, confided, mayLoad }: SchoolPageProps) {
  const t = useTranslations("roster");
  const { day: say } = useDates();
  return (
    <>
      <title>{name}</title>
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/schools", text: t("schools-title") }, { text: name }]} />}
        lede={day === null ? undefined : t("as-of", { day: say(day) })}
      >
        {day === null ? name : t("school-found", { count: school.students, school: name })}
      </Finding>
      {day === null && <NoRoster mayLoad={mayLoad} />}
      {school.students > 0 && (
        <>
          <Grades school={school} />
          <Groups school={school} confided={confided} />
        </>
      )}
      {day !== null && <Sections school={school} />}
    </>
  );
}

function Grades({ school: { grades, genders, students } }: { school: PresentedSchool }) {
  const t = useTranslations("roster");
  const { gradeFirst, number } = useWords();
  return (
    <Block heading={t("grades")} id="grades">
      <Columns>
        <Table
          quietCaption
          caption={t("table-of", { heading: t("grades") })}
          columns={[{ head: t("head-grade") }, { head: t("head-students"), numeric: true }]}
          rows={grades.map(({ grade, n }) => ({ key: grade, cells: [gradeFirst(grade), number(n)] }))}
        />
        {genders.length > 0 && <GroupTable caption={t("genders")} quiet lines={genders} of={students} />}
      </Columns>
    </Block>
  );
}

function Groups({ school, confided }: { school: PresentedSchool; confided: boolean }) {
  const t = useTranslations("roster");
  const { students, races, raceMissing, programs } = school;
  return (
    <Block heading={t("groups-heading")} id="groups">
      <Stack>
        <Columns>
          <GroupTable caption={t("races")} lines={races} of={students} missing={raceMissing} />
          {programs.length > 0 ? (
            <GroupTable caption={t("programs")} lines={programs} of={students} />
          ) : (
            <Note>{t("groups-none")}</Note>
          )}
        </Columns>
        <Note>
          {t("groups-note")}
          {!confided && ` ${t("groups-hidden")}`}
        </Note>
      </Stack>
    </Block>
  );
}

interface GroupTableProps {
  caption: string;
  lines: readonly GroupLine[];
  of: number;
  missing?: number;
  quiet?: boolean;
}

function GroupTable({ caption, lines, of, missing = 0, quiet = false }: GroupTableProps) {
  const t = useTranslations("roster");
  const { group, number } = useWords();
  const rows = [
    ...lines.map((line) => ({ key: line.key, name: group(line), n: line.n })),
    ...(missing > 0 ? [{ key: "", name: t("race-missing"), n: missing }] : []),
  ];
  return (
    <Table
      caption={caption}
      quietCaption={quiet}
      columns={[
        { head: quiet ? caption : t("head-group") },
        { head: t("head-students"), numeric: true },
        { head: t("head-share"), numeric: true },
      ]}
      rows={rows.map(({ key, name, n }) => ({ key, cells: [name, number(n), t("share", { share: n / of })] }))}
    />
  );
}

function Sections({ school: { homerooms, classes } }: { school: PresentedSchool }) {
  const t = useTranslations("roster");
  return (
    <>
      {homerooms.length + classes.length === 0 && (
        <Block heading={t("classes")} id="classes">
          <Note>{t("sections-none")}</Note>
        </Block>
      )}
      {homerooms.length > 0 && (
        <Block heading={t("homerooms")} id="homerooms">
          <SectionTable caption={t("table-of", { heading: t("homerooms") })} sections={homerooms} />
        </Block>
      )}
      {classes.length > 0 && (
        <Block heading={t("classes")} id="classes">
          <SectionTable caption={t("table-of", { heading: t("classes") })} sections={classes} />
        </Block>
      )}
    </>
  );
}

function SectionTable({ caption, sections }: { caption: string; sections: readonly Section[] }) {
  const t = useTranslations("roster");
  const { gradeFirst } = useWords();
  const inPeriods = sections.some(({ periods }) => periods.length > 0);
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={caption}
      columns={[
        { head: t("head-section") },
        { head: t("head-teacher") },
        { head: t("head-grades") },
        ...(inPeriods ? [{ head: t("head-period") }] : []),
      ]}
      rows={sections.map(({ id, title, code, teachers, grades, periods }) => ({
        key: id,
        cells: [
          <a key="section" href={`/sections/${id}`}>
            {title}
            {code && code !== title ? `, ${code}` : ""}
          </a>,
          teachers.map(({ name }) => name).join(", ") || t("teacher-missing"),
          grades.map(gradeFirst).join(", ") || t("grade-missing"),
          ...(inPeriods ? [periods.join(", ") || t("period-missing")] : []),
        ],
      }))}
    />
  );
}
