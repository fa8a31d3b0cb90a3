import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Pager } from "#ui/pager/pager.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import type { EventLine } from "../log/present.ts";
import { EventRegister } from "./event-register.tsx";

interface LogPageProps {
  events: readonly EventLine[];
  kinds: readonly string[];
  people: readonly { id: string; name: string }[];
  chosen: { person: string; kind: string };
  hasNewer: boolean;
  hasOlder: boolean;
}

/** For whoever must answer for what happened: who did it, when, why, and what was it before? */
export function LogPage({ events, kinds, people, chosen, hasNewer, hasOlder }: LogPageProps) {
  const t = useTranslations("events");
  const filtered = chosen.person !== "" || chosen.kind !== "";
  return (
    <>
      <title>{t("title")}</title>
      <Finding lede={t("lede")}>{t("title")}</Finding>
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
    </>
  );
}

function Filter({ kinds, people, chosen }: Pick<LogPageProps, "kinds" | "people" | "chosen">) {
  const t = useTranslations("events");
  const words = t as unknown as { (key: string): string; has(key: string): boolean };
  const kindName = (kind: string) => (words.has(`kind.${kind}`) ? words(`kind.${kind}`) : kind);
  return (
    <form method="get" action="/log">
      <FieldRow>
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
        <ActionRow>
          <Button>{t("filter")}</Button>
          {(chosen.person || chosen.kind) && <a href="/log">{t("unfiltered")}</a>}
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
