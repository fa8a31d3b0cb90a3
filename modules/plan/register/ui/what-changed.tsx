/** On the plan's first page: the last decisions about it, in a few words each, and where to read the rest. */
import { useLocale, useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Register } from "#ui/register/register.tsx";
import { useTally } from "../../adoption/ui/decided.tsx";
import { usePlace, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import { keyOf } from "../changed-element.ts";
import type { LatestView } from "../latest.ts";
import { useChangeWords } from "./use-change-words.ts";

export interface WhatChangedProps {
  latest: LatestView;
  /** The register is everyone's: of a plan that staff alone sees there is none. */
  isPublic: boolean;
}

export function WhatChanged({ latest: { adopted, amendments }, isPublic }: WhatChangedProps) {
  const t = useTranslations("register.latest");
  const tally = useTally();
  const { day } = useDates();
  const { slug } = usePlace();
  return (
    <>
      {amendments.length === 0 ? (
        <p>{t("none", { day: day(adopted.on) })}</p>
      ) : (
        <Register
          caption={t("caption")}
          heads={[t("date"), t("what"), t("by")]}
          rows={amendments.map((amendment) => {
            const { n, decision } = amendment;
            const { on, by, votes } = decision;
            return {
              ...{ key: String(n), on, when: day(on), by: t("decided", { by, votes: tally(votes) }) },
              what: <Amended {...amendment} isPublic={isPublic} />,
            };
          })}
        />
      )}
      {isPublic && (
        <ul className="register-ways" data-screen>
          {(["changes", "elements", "versions"] as const).map((page) => (
            <li key={page}>
              <a href={`/plans/${slug}/${page}`}>{t(page === "changes" ? "register" : page)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type AmendedProps = LatestView["amendments"][number] & { isPublic: boolean };

function Amended({ n, amends, reason, counts, count, elements, isPublic }: AmendedProps) {
  const t = useTranslations("register.latest");
  const language = useLocale();
  const { counted } = useChangeWords();
  const { slug } = usePlace();
  const { toElement } = usePlanLinks();
  const said = counted(counts);
  return (
    <div className="register-step">
      <p>
        <strong>
          {said.charAt(0).toLocaleUpperCase(language)}
          {said.slice(1)}.
        </strong>{" "}
        <Words>{reason}</Words>
      </p>
      <p>
        {elements.map((one) => (
          <CodeTag key={keyOf(one)} code={one.name.code ?? one.address} href={toElement(one.address)} />
        ))}{" "}
        {count > elements.length && t("more", { count: count - elements.length })}{" "}
        {isPublic && <a href={`/plans/${slug}/compare?from=${amends}&to=${n}`}>{t("beside")}</a>}
      </p>
    </div>
  );
}
