/** Other ways to read this plan: asked a question, on one page, by its dates, by what it leaves out. */
import { useTranslations } from "use-intl";
import { FindForm } from "./find-form.tsx";

export function ReadOn({ slug }: { slug: string }) {
  const t = useTranslations("reading.ways");
  return (
    <div className="read-on" data-screen>
      <FindForm slug={slug} />
      <nav aria-label={t("label")}>
        <ul>
          <li>
            <a href={`/plans/${slug}/summary`}>{t("summary")}</a>
          </li>
          <li>
            <a href={`/plans/${slug}/timeline`}>{t("timeline")}</a>
          </li>
          <li>
            <a href={`/plans/${slug}/unsaid`}>{t("unsaid")}</a>
          </li>
        </ul>
      </nav>
    </div>
  );
}
