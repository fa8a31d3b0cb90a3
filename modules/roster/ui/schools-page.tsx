import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import type { SchoolLine } from "../present.ts";
import { useWords } from "./use-words.ts";

interface SchoolsPageProps {
  schools: readonly SchoolLine[];
  /** The day of the roster; null: there is none. */
  day: string | null;
  mayLoad: boolean;
}

/** For anyone who works here: which schools there are, and how many students each has today. */
export function SchoolsPage({ schools, day, mayLoad }: SchoolsPageProps) {
  const t = useTranslations("roster");
  const { day: say } = useDates();
  const { grade, gradeFirst, number } = useWords();
  const count = schools.reduce((sum, { students }) => sum + students, 0);
  return (
    <>
      <title>{t("schools-title")}</title>
      {day === null ? (
        <Finding>{t("schools-none-found")}</Finding>
      ) : (
        <Finding lede={t("schools-lede", { schools: schools.length, day: say(day) })}>
          {t("schools-found", { count })}
        </Finding>
      )}
      {day === null && <NoRoster mayLoad={mayLoad} />}
      {schools.length > 0 && (
        <Block heading={t("schools-title")} id="schools" more={<a href="/groups">{t("groups-title")}</a>}>
          <Table
            quietCaption
            caption={t("table-of", { heading: t("schools-title") })}
            columns={[
              { head: t("head-school") },
              { head: t("head-grades") },
              { head: t("head-students"), numeric: true },
            ]}
            rows={schools.map(({ id, slug, name, lowestGrade, highestGrade, students }) => ({
              key: id,
              cells: [
                <a key="school" href={`/schools/${slug}`}>
                  {name}
                </a>,
                t("grades-span", { lowest: gradeFirst(lowestGrade), highest: grade(highestGrade) }),
                number(students),
              ],
            }))}
          />
        </Block>
      )}
    </>
  );
}

export function NoRoster({ mayLoad }: { mayLoad: boolean }) {
  const t = useTranslations("roster");
  return (
    <EmptyState
      example={<p>{t.rich("schools-example", { strong: (words) => <strong>{words}</strong> })}</p>}
      actions={
        mayLoad ? (
          <ButtonLink first href="/imports">
            {t("load")}
          </ButtonLink>
        ) : undefined
      }
    >
      <p>{t("schools-empty")}</p>
    </EmptyState>
  );
}
