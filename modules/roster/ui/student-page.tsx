import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow } from "#ui/button/button.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { PresentedStudent } from "../students/present.ts";
import { useWords } from "./use-words.ts";

interface StudentPageProps {
  student: PresentedStudent;
  /** Whether the reader answers for student records: then the whole record may leave. */
  keepsRecord: boolean;
}

/** One student, as far as the reader's work is with them, and why. */
export function StudentPage({ student, keepsRecord }: StudentPageProps) {
  const t = useTranslations("roster");
  const { day } = useDates();
  const { gradeFirst, because } = useWords();
  const { id, name, enrolled, leftOn } = student;
  const now = enrolled.filter((each) => each.now);
  const where = now.map(({ grade, school }) => t("student-lede", { grade: gradeFirst(grade), school })).join(" ");
  return (
    <>
      <title>{name}</title>
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/students", text: t("search-title") }, { text: name }]} />}
        lede={where || (leftOn === null ? t("student-lede-none") : t("student-left", { day: day(leftOn) }))}
        stand={
          <Stack room="tight">
            <Note>
              {t("because", { why: because(student.because) })} {t("written")}
            </Note>
            <ActionRow>
              <a href={`/students/${id}/why`}>{t("why-link")}</a>
              <a href={`/looks?student=${id}`}>{t("looks-link")}</a>
              {keepsRecord && <a href={`/students/${id}/record`}>{t("record-link")}</a>}
            </ActionRow>
          </Stack>
        }
      >
        {name}
      </Finding>
      <Schedule student={student} />
      <Columns>
        <Groups student={student} />
        <About student={student} />
      </Columns>
      <Enrolled student={student} />
    </>
  );
}

function Schedule({ student: { classes } }: { student: PresentedStudent }) {
  const t = useTranslations("roster");
  const today = classes.filter(({ now }) => now);
  const others = classes.filter(({ now }) => !now);
  return (
    <Block heading={t("schedule")} id="schedule">
      {today.length === 0 ? (
        <Note>{t("schedule-none")}</Note>
      ) : (
        <ClassTable caption={t("table-of", { heading: t("schedule") })} classes={today} />
      )}
      {others.length > 0 && (
        <Disclosure summary={t("schedule-past", { count: others.length })}>
          <ClassTable caption={t("schedule-past", { count: others.length })} classes={others} dated />
        </Disclosure>
      )}
    </Block>
  );
}

interface ClassTableProps {
  caption: string;
  classes: PresentedStudent["classes"];
  dated?: boolean;
}

function ClassTable({ caption, classes, dated = false }: ClassTableProps) {
  const t = useTranslations("roster");
  const { from, until } = useSpans();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={caption}
      columns={[
        { head: t("head-section") },
        { head: t("head-teacher") },
        { head: t("head-period") },
        ...(dated ? [{ head: t("head-from") }, { head: t("head-until") }] : [{ head: t("head-term") }]),
      ]}
      rows={classes.map((each) => ({
        key: `${each.id} ${each.fromOn}`,
        cells: [
          <a key="section" href={`/sections/${each.id}`}>
            {each.title}
          </a>,
          each.teachers.join(", ") || t("teacher-missing"),
          each.periods.join(", ") || t("period-missing"),
          ...(dated ? [from(each.fromOn), until(each.untilOn)] : [each.terms.join(", ") || t("from-missing")]),
        ],
      }))}
    />
  );
}

function useSpans() {
  const t = useTranslations("roster");
  const { day } = useDates();
  return {
    from: (on: string | null): string => (on === null ? t("from-missing") : day(on)),
    until: (on: string | null): string => (on === null ? t("until-open") : day(on)),
  };
}

function Groups({ student: { groups, raceMissing } }: { student: PresentedStudent }) {
  const t = useTranslations("roster");
  const { group } = useWords();
  return (
    <Block heading={t("student-groups")} id="groups">
      <Stack room="tight">
        {groups.length === 0 && <Note>{t("student-groups-none")}</Note>}
        {groups.map((each) => (
          <p key={each.key}>
            {group(each)} {each.confidential && <Tag>{t("confidential")}</Tag>}
          </p>
        ))}
        {raceMissing && <Note>{t("race-not-answered")}</Note>}
        {groups.some(({ confidential }) => confidential) && <Note>{t("confidential-note")}</Note>}
      </Stack>
    </Block>
  );
}

function About({ student }: { student: PresentedStudent }) {
  const t = useTranslations("roster");
  const { day } = useDates();
  const { fullName, goesBy, identifier, stateId, bornOn } = student;
  const fact = (term: string, value: string | null) => ({
    term,
    value: value ?? t("missing"),
    missing: value === null,
  });
  return (
    <Block heading={t("about")} id="about">
      <Facts
        items={[
          fact(t("fact-full-name"), fullName),
          ...(goesBy === null ? [] : [fact(t("fact-goes-by"), goesBy)]),
          fact(t("fact-number"), identifier),
          fact(t("fact-state-number"), stateId),
          fact(t("fact-born"), bornOn && day(bornOn)),
        ]}
      />
    </Block>
  );
}

function Enrolled({ student: { enrolled } }: { student: PresentedStudent }) {
  const t = useTranslations("roster");
  const { gradeFirst } = useWords();
  const { from, until } = useSpans();
  return (
    <Block heading={t("enrolled")} id="enrolled">
      {enrolled.length === 0 ? (
        <Note>{t("enrolled-none")}</Note>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("table-of", { heading: t("enrolled") })}
          columns={[
            { head: t("head-school") },
            { head: t("head-grade") },
            { head: t("head-from") },
            { head: t("head-until") },
          ]}
          rows={enrolled.map(({ school, slug, grade, fromOn, untilOn }) => ({
            key: `${slug} ${fromOn} ${untilOn}`,
            cells: [
              <a key="school" href={`/schools/${slug}`}>
                {school}
              </a>,
              gradeFirst(grade),
              from(fromOn),
              until(untilOn),
            ],
          }))}
        />
      )}
    </Block>
  );
}
