/** What was just done, said once on the page that a form led to: `/people?said=grant-ended`. */
import { useSearchParams } from "react-router";
import { useTranslations } from "use-intl";
import type { Messages } from "#locales/messages.ts";
import { Flash } from "#ui/flash/flash.tsx";

type Speaking = { [Name in keyof Messages]: Messages[Name] extends { said: object } ? Name : never }[keyof Messages];

/** Says only what the words of `from` know: no link can put other words on a page. */
export function Said({ from }: { from: Speaking }) {
  const t = useTranslations(from) as unknown as { (key: string): string; has(key: string): boolean };
  const key = `said.${useSearchParams()[0].get("said")}`;
  return t.has(key) ? <Flash>{t(key)}</Flash> : null;
}
