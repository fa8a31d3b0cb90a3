import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Person } from "#ui/person/person.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { PresentedPeople } from "../present.ts";
import { GrantsTable } from "./grants-table.tsx";
import { InvitedTable } from "./invited-table.tsx";

/** For whoever answers for access: who may do what here, since when, and who gave it? */
export function PeoplePage({ people, why }: { people: PresentedPeople; why: string | null }) {
  return people.seesAll ? <Register people={people} /> : <Colleagues people={people} why={why} />;
}

function Register({ people: { count, standing, ended, without, invited, mayInvite } }: { people: PresentedPeople }) {
  const t = useTranslations("people");
  const ownership = useTranslations("standing");
  const language = useLocale();
  const link = (words: ReactNode) => <a href="#invited">{words}</a>;
  const waiting = { count: invited.length, number: numberWordFirst(invited.length, language), link };
  return (
    <>
      <Finding
        lede={t("people-lede")}
        stand={
          mayInvite && (
            <ActionRow>
              <ButtonLink first href="/people/invitation">
                {t("invite")}
              </ButtonLink>
              <a href="/people/ownerless">{ownership("ownerless")}</a>
            </ActionRow>
          )
        }
      >
        {t("people-finding", { count, number: numberWordFirst(count, language) })}{" "}
        {invited.length > 0 && t.rich("invited-finding", waiting)}
      </Finding>
      <Block heading={t("grants")} id="grants">
        <GrantsTable caption={t("grants-caption")} lines={standing} offers={mayInvite ? "person" : undefined} />
        {!mayInvite && <Note>{t("steward-keeps")}</Note>}
      </Block>
      {invited.length > 0 && (
        <Block heading={t("invited")} id="invited">
          <InvitedTable lines={invited} />
        </Block>
      )}
      {mayInvite && count === 1 && invited.length === 0 && <NoOneElse />}
      {without.length > 0 && (
        <Block heading={t("without")} id="without">
          <Disclosure summary={t("without-count", { count: without.length })}>
            <PeopleTable caption={t("without-caption")} people={without} />
          </Disclosure>
          <Note>{t("without-note")}</Note>
        </Block>
      )}
      {ended.length > 0 && (
        <Block heading={t("ended")} id="ended">
          <Disclosure summary={t("ended-count", { count: ended.length })}>
            <GrantsTable caption={t("ended-caption")} lines={ended} />
          </Disclosure>
          <Note>{t("ended-note")}</Note>
        </Block>
      )}
    </>
  );
}

function NoOneElse() {
  const t = useTranslations("people");
  return (
    <Block heading={t("helpers")} id="helpers">
      <EmptyState example={<p>{t.rich("helpers-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
        <p>{t("helpers-text")}</p>
      </EmptyState>
    </Block>
  );
}

interface PeopleTableProps {
  caption: string;
  people: PresentedPeople["people"];
  own?: string | null;
}

function PeopleTable({ caption, people, own = null }: PeopleTableProps) {
  const t = useTranslations("people");
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={caption}
      columns={[{ head: t("head-person") }, { head: t("head-job") }]}
      rows={people.map(({ id, name, title }) => ({
        key: id,
        cells: [
          <span key="who">
            <Person name={name} href={`/people/${id}`} /> {id === own && <Tag>{t("you")}</Tag>}
          </span>,
          title ?? "",
        ],
      }))}
    />
  );
}

/** For everyone else who works here: whom can I ask, and what may I do myself? */
function Colleagues({ people: { people, standing, own }, why }: { people: PresentedPeople; why: string | null }) {
  const t = useTranslations("people");
  const number = numberWordFirst(people.length, useLocale());
  return (
    <>
      <Finding lede={t("colleagues-lede")}>{t("colleagues-finding", { count: people.length, number })}</Finding>
      <Block heading={t("own-grants")} id="own">
        <GrantsTable caption={t("own-caption")} lines={standing} ofOne />
      </Block>
      <Block heading={t("colleagues")} id="colleagues">
        <PeopleTable caption={t("colleagues-caption")} people={people} own={own} />
        <Note>{t("others-unseen", { why: why ?? "" })}</Note>
      </Block>
    </>
  );
}
