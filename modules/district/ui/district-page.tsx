import { useLocale, useTranslations } from "use-intl";
import { numberWord } from "#lib/text/number-word.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import { STATES, type StateCode, type TimeZone } from "../domain.ts";

interface School {
  id: string;
  name: string;
  lowestGrade: string;
  highestGrade: string;
}

interface DistrictPageProps {
  district: { name: string; state: string | null; timeZone: string; language: string };
  schools: readonly School[];
  departments: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string; schoolId: string | null }[];
  years: readonly { id: string; name: string; startsOn: string; endsOn: string }[];
  keeps: boolean;
  why: string | null;
}

/** For the steward: is everything that plans and people refer to here, and rightly named? */
export function DistrictPage({ district, schools, departments, teams, years, keeps, why }: DistrictPageProps) {
  const t = useTranslations("district");
  return (
    <>
      <Finding
        lede={keeps ? t("lede") : why}
        stand={
          keeps && (
            <ActionRow>
              <ButtonLink href="/district/change">{t("change")}</ButtonLink>
              <a href="/district/sign-on">{t("sign-on")}</a>
            </ActionRow>
          )
        }
      >
        {t("finding", {
          name: district.name,
          schools: schools.length,
          number: numberWord(schools.length, useLocale()),
        })}
      </Finding>
      <About district={district} />
      <Schools schools={schools} keeps={keeps} />
      <Departments departments={departments} keeps={keeps} />
      <Teams teams={teams} schools={schools} keeps={keeps} />
      <Years years={years} keeps={keeps} />
    </>
  );
}

function About({ district: { name, state, timeZone, language } }: Pick<DistrictPageProps, "district">) {
  const t = useTranslations("district");
  const isKnown = t.has(`time-zones.${timeZone}` as "time-zone");
  return (
    <Block heading={t("about")} id="about">
      <Facts
        layout="across"
        items={[
          { term: t("name"), value: name },
          {
            term: t("state"),
            value: state === null ? t("state-missing") : (STATES[state as StateCode] ?? state),
            missing: state === null,
          },
          { term: t("time-zone"), value: isKnown ? t(`time-zones.${timeZone as TimeZone}`) : timeZone },
          { term: t("language"), value: language === "es" ? "Español" : "English" },
        ]}
      />
    </Block>
  );
}

function Schools({ schools, keeps }: Pick<DistrictPageProps, "schools" | "keeps">) {
  const t = useTranslations("district");
  const grades = useGrades();
  return (
    <Block heading={t("schools")} id="schools" more={keeps && <a href="/district/school">{t("add-school")}</a>}>
      {schools.length === 0 ? (
        <EmptyState example={<p>{t.rich("schools-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
          <p>{t("schools-empty")}</p>
        </EmptyState>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("schools-caption")}
          columns={[
            { head: t("head-school") },
            { head: t("head-grades") },
            ...(keeps ? [{ head: t("change"), quiet: true }] : []),
          ]}
          rows={schools.map((school) => ({
            key: school.id,
            cells: [
              school.name,
              grades(school),
              ...(keeps
                ? [<ChangeLink key="change" href={`/district/schools/${school.id}`} name={school.name} />]
                : []),
            ],
          }))}
        />
      )}
    </Block>
  );
}

function useGrades() {
  const t = useTranslations("district");
  const say = (grade: string) => t(`grades.${grade}` as "grades.KG");
  return ({ lowestGrade, highestGrade }: Pick<School, "lowestGrade" | "highestGrade">) =>
    lowestGrade === highestGrade
      ? say(lowestGrade)
      : t("grades-span", { lowest: say(lowestGrade), highest: say(highestGrade) });
}

function Departments({ departments, keeps }: Pick<DistrictPageProps, "departments" | "keeps">) {
  const t = useTranslations("district");
  return (
    <Block
      heading={t("departments")}
      id="departments"
      more={keeps && <a href="/district/department">{t("add-department")}</a>}
    >
      {departments.length === 0 ? (
        <EmptyState example={<p>{t.rich("departments-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
          <p>{t("departments-empty")}</p>
        </EmptyState>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("departments-caption")}
          columns={[{ head: t("head-department") }, ...(keeps ? [{ head: t("change"), quiet: true }] : [])]}
          rows={departments.map(({ id, name }) => ({
            key: id,
            cells: [
              name,
              ...(keeps ? [<ChangeLink key="change" href={`/district/departments/${id}`} name={name} />] : []),
            ],
          }))}
        />
      )}
    </Block>
  );
}

function Teams({ teams, schools, keeps }: Pick<DistrictPageProps, "teams" | "schools" | "keeps">) {
  const t = useTranslations("district");
  return (
    <Block heading={t("teams")} id="teams" more={keeps && <a href="/district/team">{t("add-team")}</a>}>
      {teams.length === 0 ? (
        <EmptyState example={<p>{t.rich("teams-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
          <p>{t("teams-empty")}</p>
        </EmptyState>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("teams-caption")}
          columns={[
            { head: t("head-team") },
            { head: t("head-school") },
            ...(keeps ? [{ head: t("change"), quiet: true }] : []),
          ]}
          rows={teams.map(({ id, name, schoolId }) => ({
            key: id,
            cells: [
              name,
              schools.find((school) => school.id === schoolId)?.name ?? t("team-of-district"),
              ...(keeps ? [<ChangeLink key="change" href={`/district/teams/${id}`} name={name} />] : []),
            ],
          }))}
        />
      )}
    </Block>
  );
}

function Years({ years, keeps }: Pick<DistrictPageProps, "years" | "keeps">) {
  const t = useTranslations("district");
  const { day } = useDates();
  return (
    <Block heading={t("years")} id="years" more={keeps && <a href="/district/year">{t("add-year")}</a>}>
      {years.length === 0 ? (
        <EmptyState example={<p>{t.rich("years-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
          <p>{t("years-empty")}</p>
        </EmptyState>
      ) : (
        <Table
          quietCaption
          narrow="stack"
          caption={t("years-caption")}
          columns={[
            { head: t("head-year") },
            { head: t("starts") },
            { head: t("ends") },
            ...(keeps ? [{ head: t("change"), quiet: true }] : []),
          ]}
          rows={years.map(({ id, name, startsOn, endsOn }) => ({
            key: id,
            cells: [
              name,
              day(startsOn),
              day(endsOn),
              ...(keeps ? [<ChangeLink key="change" href={`/district/years/${id}`} name={name} />] : []),
            ],
          }))}
        />
      )}
      <Note>{t("years-note")}</Note>
    </Block>
  );
}

function ChangeLink({ href, name }: { href: string; name: string }) {
  const t = useTranslations("district");
  return (
    <ButtonLink plain href={href}>
      {t("change")}
      <VisuallyHidden>{t("change-of", { name })}</VisuallyHidden>
    </ButtonLink>
  );
}
