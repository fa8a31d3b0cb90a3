import { useTranslations } from "use-intl";
import { Tabs } from "#ui/tabs/tabs.tsx";

export interface LogTabsProps {
  seesLog: boolean;
  /** All looks, not only the own. */
  seesLooks: boolean;
}

/** What was done, and who looked: for those who may see both. */
export function LogTabs({ seesLog, seesLooks, here }: LogTabsProps & { here: "/log" | "/looks" }) {
  const t = useTranslations("looks");
  if (!seesLog || !seesLooks) return null;
  const links = [
    { href: "/log", text: t("tab-log") },
    { href: "/looks", text: t("tab-looks") },
  ];
  return <Tabs label={t("tabs")} links={links.map((link) => ({ ...link, current: link.href === here }))} />;
}
