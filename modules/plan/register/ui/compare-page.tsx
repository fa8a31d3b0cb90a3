/** Two versions of a plan: every change with its old and new words, its reason and its vote; what is the same is counted. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Button } from "#ui/button/button.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FieldRow } from "#ui/form-layout/form-layout.tsx";
import { Redline } from "#ui/redline/redline.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { useTally } from "../../adoption/ui/decided.tsx";
import { InPlan, type PlanPlace, usePlanLinks, Words } from "../../ui/plan-words.tsx";
import type { ComparisonView, Ground } from "../present-comparison.ts";
import { Both, OneSide } from "./compared-words.tsx";
import { useChangeWords } from "./use-change-words.ts";

export type View = "side" | "unified";

export interface ComparePageProps extends ComparisonView, Omit<PlanPlace, "slug"> {
  view: View;
}

/** An entry of the page. No address of an element has an underscore, so none is mistaken for something else on it. */
const entryId = (element: string, address: string): string =>
  ["period", "level", "focus"].includes(element) ? `${element}_${address.replace(/\W+/g, "_")}` : address;

export function ComparePage({ base, language, view, ...comparison }: ComparePageProps) {
  const t = useTranslations("register");
  const { slug, title, from, to, counts, same, elements } = comparison;
  const { counted } = useChangeWords();
  const finding = counts.length === 0 ? t("nothing-differs") : `${counted(counts)}.`;
  return (
    <InPlan base={base} slug={slug} language={language}>
      <Crumb
        label={t("place")}
        steps={[
          { href: `${base}/${slug}`, text: <Words>{title}</Words> },
          ...(base === "/plans" ? [{ href: `/plans/${slug}/versions`, text: t("versions") }] : []),
          { text: t("from-to", { from: from.n, to: to.n }) },
        ]}
      />
      <Finding lede={t("same-count", { same: same.length, all: same.length + elements.length })}>
        {finding.charAt(0).toUpperCase() + finding.slice(1)}
      </Finding>
      <Choose {...comparison} base={base} view={view} />
      {view === "side" && elements.length > 0 && (
        <div className="compare-sides" aria-hidden="true">
          {[from, to].map(({ n, fingerprint }) => (
            <p key={n}>
              <strong>{t("version", { n })}</strong> {fingerprint.slice(0, 12)}
            </p>
          ))}
        </div>
      )}
      {elements.map((element) => (
        <Element key={`${element.element} ${element.address}`} {...comparison} one={element} view={view} />
      ))}
      {same.length > 0 && (
        <Disclosure summary={t("same-summary", { count: same.length })}>
          <ul className="compare-same">
            {same.map(({ element, address, name }) => (
              <li key={`${element} ${address}`}>
                <Name element={element} address={address} code={name.code} /> <Words>{name.text}</Words>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p className="compare-key">{t("key")}</p>
    </InPlan>
  );
}

function Choose({ slug, base, versions, from, to, view }: ComparisonView & { base: string; view: View }) {
  const t = useTranslations("register");
  const options = versions.map(({ n, status }) => ({ value: String(n), text: t("version-of", { n, status }) }));
  return (
    <form method="get" action={`${base}/${slug}/compare`} className="compare-choice" data-screen>
      <FieldRow>
        <SelectField name="from" label={t("older")} options={options} defaultValue={String(from.n)} />
        <SelectField name="to" label={t("newer")} options={options} defaultValue={String(to.n)} />
        <SelectField
          name="view"
          label={t("view")}
          options={(["side", "unified"] as const).map((value) => ({ value, text: t(`view-${value}`) }))}
          defaultValue={view}
        />
        <Button>{t("compare")}</Button>
      </FieldRow>
    </form>
  );
}

function Name({ element, address, code }: { element: string; address: string; code: string | null }) {
  const t = useTranslations("register");
  const { toElement } = usePlanLinks();
  const isCited = !["period", "level", "focus"].includes(element);
  return isCited ? (
    <CodeTag code={code ?? address} href={toElement(address)} />
  ) : (
    <CodeTag code={t(`part.${element as "period"}`)} />
  );
}

type ElementProps = ComparisonView & { one: ComparisonView["elements"][number]; view: View };

function Element({ one, view, from, to, grounds }: ElementProps) {
  const t = useTranslations("register");
  const words = useChangeWords();
  const { element, address, name, classes, under, grounds: own } = one;
  const head = {
    id: entryId(element, address),
    code: <Name element={element} address={address} code={name.code} />,
    heading: words.classes(classes),
    note:
      under !== null && (under.old !== null || under.now !== null)
        ? t("stands-under", { old: under.old ?? t("top"), now: under.now ?? t("top"), became: one.became })
        : undefined,
    ground: own.length > 0 && own.map((at) => <GroundFacts key={at} ground={grounds[at] as Ground} />),
  };
  if (view === "unified") return <Redline {...head} one={<Both one={one} />} />;
  return (
    <Redline
      {...head}
      was={{ name: t("version", { n: from.n }), text: <OneSide one={one} side="old" />, none: one.became === "added" }}
      now={{ name: t("version", { n: to.n }), text: <OneSide one={one} side="now" />, none: one.became === "dropped" }}
    />
  );
}

function GroundFacts({ ground: { on, by, type, reason, votes } }: { ground: Ground }) {
  const t = useTranslations("register");
  const adoption = useTranslations("adoption");
  const { day } = useDates();
  const tally = useTally();
  return (
    <Facts
      layout="across"
      items={[
        { term: t("reason"), value: <Words>{reason}</Words> },
        { term: t("authority"), value: t("decided", { by, day: day(on), type: type ? adoption(`type.${type}`) : "" }) },
        {
          term: t("vote"),
          value:
            votes === null
              ? t("no-vote")
              : t("voted", {
                  tally: tally(votes),
                  against: votes.against.length > 0 ? votes.against.join(", ") : "none",
                }),
        },
      ]}
    />
  );
}
