import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Note } from "#ui/note/note.tsx";
import { Register } from "#ui/register/register.tsx";
import type { LookLine } from "../looks/present.ts";

/** A translator that is asked for doors that only a newer or older Guidepost knows. */
type Asked = { (key: string): string; has(key: string): boolean };

/** Who looked, as sentences: when, at how many students, through what, by whom, and why it was allowed. */
export function LookRegister({ looks }: { looks: readonly LookLine[] }) {
  const t = useTranslations("looks");
  const { moment } = useDates();
  return (
    <Register
      caption={t("caption")}
      heads={[t("head-when"), t("head-what"), t("head-who")]}
      rows={looks.map((look) => ({
        key: look.id,
        on: look.at.toISOString(),
        when: moment(look.at),
        what: <What look={look} />,
        by: (
          <>
            {look.who ?? t("program")}
            {look.as !== null && <Note>{t("as", { name: look.as })}</Note>}
          </>
        ),
      }))}
    />
  );
}

function What({ look: { students, through, address, href, why } }: { look: LookLine }) {
  const t = useTranslations("looks");
  const words = t as unknown as Asked;
  const door = words.has(`through.${through}`) ? words(`through.${through}`) : through;
  return (
    <>
      <p>{t("sentence", { count: students, door })}</p>
      {why !== null && <Note>{t("why", { why })}</Note>}
      <Note>{href === null ? <code>{address}</code> : <a href={href}>{address}</a>}</Note>
    </>
  );
}
