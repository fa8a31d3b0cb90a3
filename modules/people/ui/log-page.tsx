import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Pager } from "#ui/pager/pager.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { EventLine } from "../log/present.ts";
import { ChainBlock, ChainLink, type ChainView } from "./chain-block.tsx";
import { EventRegister } from "./event-register.tsx";
import { LogTabs, type LogTabsProps } from "./log-tabs.tsx";

interface LogPageProps {
  events: readonly EventLine[];
  kinds: readonly string[];
  people: readonly { id: string; name: string }[];
  chosen: Record<"words" | "person" | "kind" | "from" | "until", string>;
  tabs: LogTabsProps;
  chain: ChainView | null;
  hasNewer: boolean;
  hasOlder: boolean;
}

/** For whoever must answer for what happened: who did it, when, why, and what was it before? */
export function LogPage({ events, kinds, people, chosen, tabs, chain, hasNewer, hasOlder }: LogPageProps) {
  const t = useTranslations("events");
  const filtered = isNarrowed(chosen);
  return (
    <>
      <title>{t("title")}</title>
      <Finding
        lede={
          <>
            {t("lede")} <ChainLink chain={chain} />
          </>
        }
      >
        {t("title")}
      </Finding>
      <LogTabs {...tabs} here="/log" />
      <Filter kinds={kinds} people={people} chosen={chosen} />
      <Block heading={filtered ? t("filtered") : t("latest")} id="events">
        {events.length === 0 ? (
          <EmptyState>
            <p>{t("none")}</p>
          </EmptyState>
        ) : (
          <EventRegister caption={t("title")} events={events} />
        )}
        <Pages events={events} chosen={chosen} hasNewer={hasNewer} hasOlder={hasOlder} />
      </Block>
      <ChainBlock chain={chain} />
    </>
  );
}

const isNarrowed = (chosen: LogPageProps["chosen"]): boolean => Object.values(chosen).some((each) => each !== "");

function Filter({ kinds, people, chosen }: Pick<LogPageProps, "kinds" | "people" | "chosen">) {
  const t = useTranslations("events");
  const words = t as unknown as { (key: string): string; has(key: string): boolean };
  const kindName = (kind: string) => (words.has(`kind.${kind}`) ? words(`kind.${kind}`) : kind);
  return (
    <form method="get" action="/log">
      <FieldRow>
        <TextField name="words" type="search" label={t("filter-words")} defaultValue={chosen.words} />
        <SelectField
          name="person"
          label={t("filter-person")}
          defaultValue={chosen.person}
          options={[{ value: "", text: t("everyone") }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <SelectField
          name="kind"
          label={t("filter-kind")}
          defaultValue={chosen.kind}
          options={[
            { value: "", text: t("everything") },
            ...kinds.map((kind) => ({ value: kind, text: kindName(kind) })),
          ]}
        />
        <DateField name="from" label={t("filter-from")} defaultValue={chosen.from} />
        <DateField name="until" label={t("filter-until")} defaultValue={chosen.until} />
        <ActionRow>
          <Button>{t("filter")}</Button>
          {isNarrowed(chosen) && <a href="/log">{t("unfiltered")}</a>}
        </ActionRow>
      </FieldRow>
    </form>
  );
}

function Pages({
  events,
  chosen,
  hasNewer,
  hasOlder,
}: Pick<LogPageProps, "events" | "chosen" | "hasNewer" | "hasOlder">) {
  const t = useTranslations("events");
  const at = (turn: { before: string } | { after: string }): string => {
    const asked = Object.entries({ ...chosen, ...turn }).filter(([, value]) => value !== "");
    return `/log?${new URLSearchParams(asked)}`;
  };
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last || !(hasNewer || hasOlder)) return null;
  return (
    <Pager
      label={t("pages")}
      previous={hasNewer ? { href: at({ after: first.id }), text: t("newer") } : undefined}
      next={hasOlder ? { href: at({ before: last.id }), text: t("older") } : undefined}
    />
  );
}
