import { useTranslations } from "use-intl";
import type { Door } from "#platform/db/doors.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Pager } from "#ui/pager/pager.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { type LookFilter, lookQuery } from "../looks/asked.ts";
import type { LookLine } from "../looks/present.ts";
import { ChainBlock, ChainLink, type ChainView } from "./chain-block.tsx";
import { LogTabs, type LogTabsProps } from "./log-tabs.tsx";
import { LookRegister } from "./look-register.tsx";

export interface LooksPageProps {
  looks: readonly LookLine[];
  chosen: LookFilter;
  /** How often anyone looked at the student that was asked about. */
  count: number | null;
  people: readonly { id: string; name: string }[];
  doors: readonly Door[];
  /** The own looks alone. */
  own: boolean;
  tabs: LogTabsProps;
  chain: ChainView | null;
  hasNewer: boolean;
  hasOlder: boolean;
}

/** For whoever answers for student records: who saw whom, when, through which page, and why was that allowed? */
export function LooksPage(props: LooksPageProps) {
  const { looks, chosen, count, own, tabs, chain } = props;
  const t = useTranslations("looks");
  const title = own ? t("title-own") : t("title");
  const query = lookQuery(chosen);
  return (
    <>
      <title>{title}</title>
      <Finding
        lede={
          <>
            {own ? t("lede-own") : t("lede")} <ChainLink chain={chain} />
          </>
        }
      >
        {count === null ? title : t("of-student", { count })}
      </Finding>
      <LogTabs {...tabs} here="/looks" />
      <Filter {...props} />
      <Block
        heading={query.size === (own ? 1 : 0) ? t("latest") : t("filtered")}
        id="looks"
        more={looks.length > 0 && <a href={`/looks.csv?${query}`}>{t("csv")}</a>}
      >
        {looks.length === 0 ? <Nothing /> : <LookRegister looks={looks} />}
        <Pages {...props} />
      </Block>
      <ChainBlock chain={chain} />
    </>
  );
}

function Nothing() {
  const t = useTranslations("looks");
  return (
    <EmptyState example={<p>{t("none-example")}</p>}>
      <p>{t("none")}</p>
    </EmptyState>
  );
}

function Filter({ chosen, people, doors, own }: LooksPageProps) {
  const t = useTranslations("looks");
  const { personId = "", studentId, through = "", from, until } = chosen;
  const narrowed = lookQuery(chosen).size > (own ? 1 : 0);
  return (
    <form method="get" action="/looks">
      {own && <input type="hidden" name="person" value="me" />}
      {studentId !== undefined && <input type="hidden" name="student" value={studentId} />}
      <FieldRow>
        {!own && (
          <SelectField
            name="person"
            label={t("filter-person")}
            defaultValue={personId}
            options={[{ value: "", text: t("everyone") }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        <SelectField
          name="through"
          label={t("filter-door")}
          defaultValue={through}
          options={[
            { value: "", text: t("anywhere") },
            ...doors.map((door) => ({ value: door, text: t(`door.${door}`) })),
          ]}
        />
        <DateField name="from" label={t("filter-from")} defaultValue={from} />
        <DateField name="until" label={t("filter-until")} defaultValue={until} />
        <ActionRow>
          <Button>{t("filter")}</Button>
          {narrowed && <a href={own ? "/looks?person=me" : "/looks"}>{t("unfiltered")}</a>}
        </ActionRow>
      </FieldRow>
    </form>
  );
}

function Pages({ looks, chosen, hasNewer, hasOlder }: LooksPageProps) {
  const t = useTranslations("looks");
  const at = (turn: Record<string, string>) => `/looks?${lookQuery(chosen)}&${new URLSearchParams(turn)}`;
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || !(hasNewer || hasOlder)) return null;
  return (
    <Pager
      label={t("pages")}
      previous={hasNewer ? { href: at({ after: first.id }), text: t("newer") } : undefined}
      next={hasOlder ? { href: at({ before: last.id }), text: t("older") } : undefined}
    />
  );
}
