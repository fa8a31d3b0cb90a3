/** Everything that was ever part of a plan, in one table: since when, until when, and why it went. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tabs } from "#ui/tabs/tabs.tsx";
import { InPlan, type PlanPlace, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { Life } from "../life.ts";
import type { LivesReading } from "../read-lives.ts";

export const SHOWN = ["all", "present", "gone"] as const;
export type Shown = (typeof SHOWN)[number];

export interface ElementsPageProps extends LivesReading, Omit<PlanPlace, "slug"> {
  shown: Shown;
}

export function ElementsPage({ slug, title, n, lives, shown, ...place }: ElementsPageProps) {
  const t = useTranslations("register.elements");
  const words = useTranslations("register");
  const home = `${place.base}/${slug}`;
  const [present, gone] = [lives.filter((life) => life.isPresent), lives.filter((life) => !life.isPresent)];
  const lists: Record<Shown, Life[]> = { all: lives, present, gone };
  return (
    <InPlan slug={slug} {...place}>
      <Crumb label={words("place")} steps={[{ href: home, text: <Words>{title}</Words> }, { text: t("crumb") }]} />
      <Finding lede={t("lede")}>{t("finding", { present: present.length, gone: gone.length })}</Finding>
      <Tabs
        label={t("which")}
        links={SHOWN.map((each) => ({
          href: each === "all" ? `${home}/elements` : `${home}/elements?show=${each}`,
          text: t(each, { count: lists[each].length }),
          current: each === shown,
        }))}
      />
      <Lives lives={lists[shown]} n={n} />
    </InPlan>
  );
}

function Lives({ lives, n }: { lives: readonly Life[]; n: number }) {
  const t = useTranslations("register.elements");
  const { day } = useDates();
  const { toElement } = usePlanLinks();
  if (lives.length === 0) return <p>{t("none")}</p>;
  return (
    <Table
      caption={t("crumb")}
      quietCaption
      narrow="stack"
      columns={[{ head: t("element") }, { head: t("level") }, { head: t("since") }, { head: t("until") }]}
      rows={lives.map(({ element, address, name, level, isPresent, steps }) => {
        const since = steps.findLast(({ what }) => what === "adopted" || what === "added");
        const end = isPresent ? undefined : steps.findLast(({ what }) => what === "dropped");
        return {
          key: `${element} ${address}`,
          cells: [
            <span key="element">
              <CodeTag code={name.code ?? address} href={toElement(address)} /> <Words>{name.text}</Words>
            </span>,
            level === null ? t(`part.${element as "measure"}`) : <Words key="level">{level}</Words>,
            since ? t("by-version", { n: since.n, day: day(since.on) }) : t("draft", { n }),
            end ? (
              <span key="end">
                {t("by-version", { n: end.n, day: day(end.on) })}. <Words>{end.reason}</Words>
              </span>
            ) : (
              t("still")
            ),
          ],
        };
      })}
    />
  );
}
