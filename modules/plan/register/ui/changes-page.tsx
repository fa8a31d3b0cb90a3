/** Everything that was changed about a plan since its adoption: by whom, why, and the old words beside the new. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { InPlan, Words } from "../../ui/plan-words.tsx";
import { isNarrowed } from "../changes-choice.ts";
import type { RegisterView } from "../present-changes.ts";
import { ChangesFilter } from "./changes-filter.tsx";
import { Entry } from "./register-entry.tsx";
import { useChangeWords } from "./use-change-words.ts";

export function ChangesPage({ view, language }: { view: RegisterView; language: string }) {
  const t = useTranslations("register.changes");
  const said = useTranslations("register");
  const { slug, title, adoptedOn, amendments, entries, choice } = view;
  const path = `/plans/${slug}`;
  return (
    <InPlan base="/plans" slug={slug} language={language}>
      <Crumb label={said("place")} steps={[{ href: path, text: <Words>{title}</Words> }, { text: t("here") }]} />
      <Finding lede={adoptedOn !== null && t("lede")}>
        <WhatWasFound view={view} />
      </Finding>
      {adoptedOn === null && (
        <EmptyState example={<p>{t("never-example")}</p>} actions={<a href={path}>{t("whole-plan")}</a>}>
          <p>{t("never")}</p>
        </EmptyState>
      )}
      {adoptedOn !== null && <Ways view={view} />}
      {amendments > 0 && <ChangesFilter view={view} />}
      {adoptedOn !== null && amendments === 0 && !isNarrowed(choice) && (
        <EmptyState example={<p>{t("none-example")}</p>}>
          <p>{t("none")}</p>
        </EmptyState>
      )}
      {entries.map((entry) => (
        <Entry key={entry.is === "crosswalk" ? "crosswalk" : entry.n} entry={entry} slug={slug} />
      ))}
      {entries.length === 0 && adoptedOn !== null && (
        <EmptyState actions={<a href={`${path}/changes`}>{t("show-all")}</a>}>
          <p>{t("nothing-found")}</p>
        </EmptyState>
      )}
    </InPlan>
  );
}

function WhatWasFound({ view: { adoptedOn, amendments, counts, title } }: { view: RegisterView }) {
  const t = useTranslations("register.changes");
  const { day } = useDates();
  const { counted } = useChangeWords();
  if (adoptedOn === null) return t.rich("finding-never", { title, said: (words) => <Words>{words}</Words> });
  return t("finding", { count: amendments, day: day(adoptedOn), changes: counted(counts) });
}

function Ways({ view: { slug, query } }: { view: RegisterView }) {
  const t = useTranslations("register.changes");
  return (
    <ul className="register-ways" data-screen>
      <li>
        <a href={`/plans/${slug}/elements`}>{t("to-elements")}</a>
      </li>
      <li>
        <a href={`/plans/${slug}/changes.csv${query}`}>{t("csv")}</a>
      </li>
    </ul>
  );
}
