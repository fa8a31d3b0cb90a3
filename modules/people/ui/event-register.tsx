import { useLocale, useTranslations } from "use-intl";
import { sayDay } from "#lib/dates/say.ts";
import { useDates } from "#locales/use-dates.ts";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Note } from "#ui/note/note.tsx";
import { Register } from "#ui/register/register.tsx";
import { Table } from "#ui/table/table.tsx";
import type { EventLine } from "../log/present.ts";
import { sentenceOfEvent } from "../log/sentence.ts";

interface EventRegisterProps {
  caption: string;
  events: readonly EventLine[];
  /** The sentences alone. */
  brief?: boolean;
}

/** What happened, as sentences: when, what, by whom, why; and for those who want it, what it was before. */
export function EventRegister({ caption, events, brief = false }: EventRegisterProps) {
  const t = useTranslations("events");
  const { moment } = useDates();
  return (
    <Register
      caption={caption}
      heads={[t("head-when"), t("head-what"), t("head-who")]}
      rows={events.map((event) => ({
        key: event.id,
        on: event.at.toISOString(),
        when: moment(event.at),
        what: <What event={event} brief={brief} />,
        by: event.who ?? t("program"),
      }))}
    />
  );
}

/** A translator that is asked for keys that only the log knows. */
type Asked = { (key: string, values?: Record<string, string>): string; has(key: string): boolean };

function What({ event, brief }: { event: EventLine; brief: boolean }) {
  const t = useTranslations("events");
  return (
    <>
      <p>{sentenceOfEvent(useTranslations(), event)}</p>
      {event.because && <Note>{t("because", { because: event.because })}</Note>}
      {!brief && event.changes.length > 0 && (
        <Disclosure summary={t("details")}>
          <Changes event={event} />
        </Disclosure>
      )}
    </>
  );
}

function Changes({ event }: { event: EventLine }) {
  const t = useTranslations("events");
  const words = useTranslations("events") as unknown as Asked;
  const say = useSay();
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("details")}
      columns={[{ head: t("head-field") }, { head: t("head-before") }, { head: t("head-after") }]}
      rows={event.changes.map(({ field, before, after }) => ({
        key: field,
        cells: [
          words.has(`field.${field}`) ? words(`field.${field}`) : field,
          say(field, before) ?? t("nothing"),
          say(field, after) ?? t("nothing"),
        ],
      }))}
    />
  );
}

/** The value of a field in the reader's words. */
function useSay() {
  const people = useTranslations("people") as unknown as Asked;
  const language = useLocale();
  const { moment } = useDates();
  return (field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (field === "role" && people.has(`role.${value}`)) return people(`role.${value}`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return sayDay(value, language);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return moment(new Date(value));
    return value;
  };
}
