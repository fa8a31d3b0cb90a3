import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { ButtonLink } from "#ui/button/button.tsx";
import { Note } from "#ui/note/note.tsx";
import { Person } from "#ui/person/person.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import type { GrantLine } from "../present.ts";
import { usePlace } from "./use-place.ts";

interface GrantsTableProps {
  caption: string;
  lines: readonly GrantLine[];
  /** On the page of one person their name is not said again in each row. */
  ofOne?: boolean;
  /** What a row offers: nothing, the person's page, or ending the grant. */
  offers?: "person" | "end" | undefined;
}

/** Grants of access: who, what they may do, where, since when and until when. */
export function GrantsTable({ caption, lines, ofOne = false, offers }: GrantsTableProps) {
  const t = useTranslations("people");
  const place = usePlace();
  const heads = [
    ...(ofOne ? [] : [{ head: t("head-person") }]),
    { head: t("head-role") },
    { head: t("head-where") },
    { head: t("head-when") },
    ...(ofOne ? [{ head: t("head-given") }] : []),
    ...(offers ? [{ head: t("head-change"), quiet: true }] : []),
  ];
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={caption}
      columns={heads}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          ...(ofOne ? [] : [<WhoseGrant key="who" line={line} />]),
          ...(ofOne ? [<WhatGrant key="what" line={line} />] : [t(`role.${line.role}`)]),
          place(line.place),
          <When key="when" line={line} />,
          ...(ofOne ? [line.givenBy ?? t("given-by-program")] : []),
          ...(offers ? [<Offer key="offer" line={line} offers={offers} />] : []),
        ],
      }))}
    />
  );
}

function WhoseGrant({ line }: { line: GrantLine }) {
  const t = useTranslations("people");
  return (
    <>
      <Person name={line.name} job={line.title ?? undefined} href={`/people/${line.personId}`} />{" "}
      {!line.hasAccount && line.endedAt === null && <Tag>{t("not-yet-here")}</Tag>}
    </>
  );
}

/** The role, and under it what it gives in this place. */
function WhatGrant({ line: { role, students, place } }: { line: GrantLine }) {
  const t = useTranslations("people");
  const work = t(`work.${role}`, { school: place.school ?? "" });
  const reach =
    students === null ? t("reach.none") : t(`reach.${students.through}`, { confided: String(students.confided) });
  return (
    <>
      {t(`role.${role}`)}
      <Note>
        {work} {reach}
      </Note>
    </>
  );
}

function When({ line: { fromOn, untilOn, endedAt, note } }: { line: GrantLine }) {
  const t = useTranslations("people");
  const { day, dayOf } = useDates();
  if (endedAt !== null) return t("was-ended", { from: day(fromOn), on: dayOf(endedAt) });
  const words =
    untilOn === null ? t("since", { from: day(fromOn) }) : t("from-until", { from: day(fromOn), until: day(untilOn) });
  return (
    <>
      {words} {note && <Tag>{t(note)}</Tag>}
    </>
  );
}

function Offer({ line, offers }: { line: GrantLine; offers: "person" | "end" }) {
  const t = useTranslations("people");
  const where = usePlace()(line.place);
  return offers === "end" ? (
    <ButtonLink plain href={`/people/grants/${line.id}/end`}>
      {t("end")}
      <VisuallyHidden>{t("end-of", { role: t(`role-as.${line.role}`), where })}</VisuallyHidden>
    </ButtonLink>
  ) : (
    <ButtonLink plain href={`/people/${line.personId}`}>
      {t("change")}
      <VisuallyHidden>{t("change-of", { name: line.name })}</VisuallyHidden>
    </ButtonLink>
  );
}
