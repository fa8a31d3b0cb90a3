/** The life of one element: since when it is part of the plan, each change of it, and its end. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Register } from "#ui/register/register.tsx";
import { InPlan, type PlanPlace, SAID, usePlace, Words } from "../../ui/plan-words.tsx";
import type { Life, LifeStep } from "../life.ts";
import { useChangeWords } from "./use-change-words.ts";

export function ElementLife({ life }: { life: Life }) {
  const t = useTranslations("register");
  const { day } = useDates();
  const { base, slug } = usePlace();
  const changes = `/plans/${slug}/changes?element=${encodeURIComponent(life.address)}`;
  const isInRegister = base === "/plans" && life.steps.some(({ amends }) => amends !== null);
  return (
    <Block heading={t("life.heading")} id="the_life" more={isInRegister && <a href={changes}>{t("life.register")}</a>}>
      <Register
        caption={t("life.heading")}
        heads={[t("life.date"), t("life.what"), t("life.by")]}
        rows={life.steps.toReversed().map((step) => ({
          key: String(step.n),
          on: step.on,
          when: day(step.on),
          what: <Happened step={step} address={life.address} />,
          by: step.by,
        }))}
      />
      {life.steps.length === 1 && <p className="plan-quiet">{t("life.unchanged")}</p>}
    </Block>
  );
}

function Happened({ step, address }: { step: LifeStep; address: string }) {
  const t = useTranslations("register");
  const words = useChangeWords();
  const { base, slug } = usePlace();
  const { n, amends, what, classes, reason } = step;
  if (amends === null) {
    return <>{t.rich("life.adopted", { n, version: (said) => linked(base, `/plans/${slug}/versions/${n}`, said) })}</>;
  }
  return (
    <>
      <strong>{what === "changed" ? words.classes(classes) : t(`life.${what}`)}.</strong> <Words>{reason}</Words>{" "}
      <a href={`${base}/${slug}/compare?from=${amends}&to=${n}#${address}`}>{t("life.compare", { n, amends })}</a>
    </>
  );
}

/** Versions have pages that everyone reads, and no others. */
const linked = (base: string, href: string, said: ReactNode) => (base === "/plans" ? <a href={href}>{said}</a> : said);

/** Above the last words of an element that is no part of the plan any more. */
export function DroppedBar({ dropped, ...place }: PlanPlace & { dropped: LifeStep }) {
  const t = useTranslations("register.life");
  const { day } = useDates();
  const { on, by, n, reason } = dropped;
  return (
    <InPlan {...place}>
      <div className="past-bar">
        <Notice says={t("was-dropped", { day: day(on), by, n })}>
          {reason !== null && <p>{t.rich("why", { reason, ...SAID })}</p>}
        </Notice>
      </div>
    </InPlan>
  );
}
