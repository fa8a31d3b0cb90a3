import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** What is shown where a page cannot be: what is so, and a way on. It needs nothing but the words. */
export function ErrorPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <main id="main">
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{children}</p>
      <p>
        <a href="/">{t("not-found-home")}</a>
      </p>
    </main>
  );
}
