/** What is printed beside an element, and what it is tied to in other plans: quiet lines under its words. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { StatusLine } from "#ui/status-line/status-line.tsx";
import { type ForeignLink, type NodeView, PRINTED, type Ties } from "../plan-view.ts";
import { SAID, usePlanLinks, Words } from "./plan-words.tsx";

export function ElementFacts({ node }: { node: NodeView }) {
  const t = useTranslations("plan");
  const printed = PRINTED.flatMap((key) => {
    const words = node.printed[key];
    if (words === undefined) return [];
    return [key === "mark" ? t("printed.mark", { words }) : t.rich(`printed.${key}`, { words, ...SAID })];
  });
  const focus = node.focus.map((year) => <strong key={year}>{t("focus", { year: year ?? "none" })}</strong>);
  return (
    <>
      {printed.length + focus.length > 0 && <StatusLine facts={[...focus, ...printed]} />}
      <TiesLine {...node} />
    </>
  );
}

export function TiesLine({ supports, answers, supportedBy }: Ties) {
  const t = useTranslations("plan");
  const answered = answers.map((each) => t("answered", each)).join("; ");
  return (
    <>
      {supports.length > 0 && <Tied heading={t("supports")} links={supports} />}
      {supportedBy.length > 0 && <Tied heading={t("supported-by")} links={supportedBy} />}
      {answers.length > 0 && (
        <p className="plan-quiet">
          {t("answers")}: {answered}
        </p>
      )}
    </>
  );
}

function Tied({ heading, links }: { heading: string; links: ForeignLink[] }) {
  const { toElement } = usePlanLinks();
  return (
    <div className="plan-tied">
      <span>{heading}</span>
      <ul>
        {links.map(({ planSlug, planTitle, address, tag, words }) => (
          <li key={`${planSlug}/${address}`}>
            <CodeTag code={tag} href={toElement(address, planSlug)} label={words} /> <Words>{planTitle}</Words>
          </li>
        ))}
      </ul>
    </div>
  );
}
