import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import type { GrantLine } from "#modules/people/present.ts";
import { usePlace } from "#modules/people/ui/use-place.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { Table } from "#ui/table/table.tsx";
import { useWords } from "./use-words.ts";

export interface WhyLine {
  grant: GrantLine;
  leads: boolean;
  because: string;
  /** Titles of the sections that it leads through. */
  sections: readonly string[];
}

interface WhyPageProps {
  student: { id: string; name: string };
  person: { id: string; name: string };
  isSelf: boolean;
  allowed: boolean;
  because: string;
  confided: boolean;
  grants: readonly WhyLine[];
  /** Whom one may ask about; empty for whoever may ask for themselves alone. */
  people: readonly { id: string; name: string }[];
}

/** Why can this person see this student? Answered by the policy that decides. */
export function WhyPage(props: WhyPageProps) {
  const { student, person, isSelf, allowed, because, confided, grants, people } = props;
  const t = useTranslations("roster");
  const words = useWords();
  const title = isSelf
    ? t("why-title-self", { student: student.name })
    : t("why-title", { person: person.name, student: student.name });
  const verdict = isSelf && allowed ? t("why-yes-self") : t(allowed ? "why-yes" : "why-no", { person: person.name });
  const reason = isSelf ? words.because(because) : t("why-told", { person: person.name, why: words.because(because) });
  return (
    <>
      <title>{title}</title>
      <Finding
        over={
          <Crumb
            label={t("crumb")}
            steps={[
              { href: "/students", text: t("search-title") },
              { href: `/students/${student.id}`, text: student.name },
              { text: title },
            ]}
          />
        }
        lede={[reason, allowed && t(confided ? "why-confided" : "why-not-confided")].filter(Boolean).join(" ")}
      >
        {verdict}
      </Finding>
      <Block heading={t("why-grants")} id="grants">
        <Note>{grants.length === 0 ? t("why-none") : t("why-grants-lede")}</Note>
        {grants.length > 0 && <Answers grants={grants} />}
      </Block>
      {people.length > 0 && (
        <Block heading={t("ask-person")} id="ask">
          <form method="get" action={`/students/${student.id}/why`}>
            <FieldRow>
              <SelectField
                name="person"
                label={t("ask-person")}
                defaultValue={person.id}
                options={people.map(({ id, name }) => ({ value: id, text: name }))}
              />
              <ActionRow>
                <Button>{t("ask")}</Button>
              </ActionRow>
            </FieldRow>
          </form>
        </Block>
      )}
    </>
  );
}

const ANSWERS = [
  "section",
  "team",
  "grade",
  "school",
  "district",
  "not-within-reach",
  "no-work-with",
  "ended",
  "not-begun",
] as const;
const isAnswer = (key: string): key is (typeof ANSWERS)[number] => (ANSWERS as readonly string[]).includes(key);

function Answers({ grants }: { grants: readonly WhyLine[] }) {
  const t = useTranslations("roster");
  const people = useTranslations("people");
  const place = usePlace();
  const { day } = useDates();
  const words = useWords();
  const answer = ({ because, sections }: WhyLine): string => {
    const key = because.replace(/^student\./, "");
    return isAnswer(key) ? t(`answers.${key}`, { sections: sections.join(", ") }) : words.because(because);
  };
  const when = ({ fromOn, untilOn }: GrantLine): string =>
    untilOn === null
      ? t("when-open", { from: day(fromOn) })
      : t("when-span", { from: day(fromOn), until: day(untilOn) });
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("table-of", { heading: t("why-grants") })}
      columns={[
        { head: t("head-role") },
        { head: t("head-where") },
        { head: t("head-when") },
        { head: t("head-given") },
        { head: t("head-answer") },
      ]}
      rows={grants.map((line) => ({
        key: line.grant.id,
        cells: [
          people(`role.${line.grant.role}`),
          place(line.grant.place),
          when(line.grant),
          line.grant.givenBy ?? t("given-by-program"),
          answer(line),
        ],
      }))}
    />
  );
}
