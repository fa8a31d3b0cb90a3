import { useRouteLoaderData } from "react-router";
import { useLocale, useTranslations } from "use-intl";
import type { loader } from "#app/root.tsx";
import { Foot } from "#ui/foot/foot.tsx";
import { useLanguageLinks, useThemeLinks } from "./reader-links.ts";

/** The foot of every page: what it was made with, and how the reader wants to read. */
export function SiteFoot() {
  const t = useTranslations("common");
  const root = useRouteLoaderData<typeof loader>("root");
  const themes = useThemeLinks(root?.theme ?? "auto", {
    auto: t("theme-auto"),
    light: t("theme-light"),
    dark: t("theme-dark"),
  });
  const languages = useLanguageLinks(useLocale() as "en" | "es").filter((link) => !link.current);
  return (
    <Foot label={t("theme")} links={[{ href: "/accessibility", text: t("accessibility") }, ...languages, ...themes]}>
      {t("published-with")}
    </Foot>
  );
}
