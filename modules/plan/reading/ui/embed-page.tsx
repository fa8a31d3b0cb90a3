/** A plan in another site's frame. Its links leave the frame; nothing in it can be typed or pressed. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { InPlan, usePeriod, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { EmbedView } from "../embed.ts";
import { VersionLine } from "./version-line.tsx";

export function EmbedPage({ head, goals, more, language }: EmbedView & { language: string }) {
  const t = useTranslations("reading.embed");
  const whose = useTranslations("plan.whose");
  const period = usePeriod();
  const plan = `/plans/${head.slug}`;
  return (
    <InPlan base="/plans" slug={head.slug} language={language}>
      <main className="embed">
        <h1>
          <a href={plan} target="_top">
            <Words>{head.title}</Words>
          </a>
        </h1>
        <p className="plan-quiet">
          {t("lede", { whose: whose(head.kind, { org: head.org.name }), period: period(head.period) })}
        </p>
        <ul className="embed-goals">
          {goals.map((goal) => (
            <Goal key={goal.address} {...goal} />
          ))}
        </ul>
        {more > 0 && <p>{t("more", { count: more })}</p>}
        <p>
          <a href={plan} target="_top">
            {t("whole-plan")}
          </a>
        </p>
        <p className="embed-line">
          <VersionLine head={head} />
        </p>
      </main>
    </InPlan>
  );
}

function Goal({ address, name, words }: EmbedView["goals"][number]) {
  const t = useTranslations("plan");
  const { toElement } = usePlanLinks();
  return (
    <li>
      <CodeTag code={name} />
      <a href={toElement(address)} target="_top">
        {words === null ? t("not-here") : <Words>{words}</Words>}
      </a>
    </li>
  );
}

/** Where the plan is not, or is no longer, open to everyone. */
export function NothingToEmbed() {
  const t = useTranslations("reading.embed");
  return (
    <main className="embed">
      <h1>{t("gone-title")}</h1>
      <p>
        {t("gone")}{" "}
        <a href="/" target="_top">
          {t("gone-home")}
        </a>
      </p>
    </main>
  );
}
