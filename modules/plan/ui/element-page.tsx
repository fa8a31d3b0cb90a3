/** One element alone: where it stands in the plan, its words, what lies under it, what it is tied to, how it is cited. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AdoptionLine } from "#ui/adoption-line/adoption-line.tsx";
import { Block } from "#ui/block/block.tsx";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import type { ElementLink, MeasureView, PlanHead } from "../plan-view.ts";
import type { ElementView } from "../present-element.ts";
import { CodedRow, CodedRows } from "./coded-rows.tsx";
import { ElementFacts } from "./element-facts.tsx";
import { MeasureStanding, Measures, useMeasureFacts } from "./measures.tsx";
import { Parts } from "./parts.tsx";
import { InForce } from "./plan-top.tsx";
import { InPlan, type PlanPlace, SAID, useLevelWords, usePlanLinks, Words } from "./plan-words.tsx";

export interface ElementPageProps extends Omit<PlanPlace, "slug"> {
  element: ElementView;
  /** The whole address, as one would write it down. */
  url: string;
  /** What else the page has, under the element's own words. */
  children?: ReactNode;
}

export function ElementPage({ element, url, children, ...place }: ElementPageProps) {
  const { head } = element;
  return (
    <InPlan slug={head.slug} {...place}>
      <Place element={element} />
      <Alone element={element} />
      {children}
      <Neighbours element={element} />
      <AdoptionLine aside={<Citation element={element} url={url} />}>
        <Origin head={head} />
      </AdoptionLine>
    </InPlan>
  );
}

function Place({ element: { head, crumb, name } }: { element: ElementView }) {
  const t = useTranslations("plan");
  const { toPlan, toElement } = usePlanLinks();
  return (
    <Crumb
      label={t("place-in-plan")}
      steps={[
        { href: toPlan(), text: <Words>{head.title}</Words> },
        ...crumb.map((step) => ({
          href: toElement(step.address),
          text: <Words>{[step.name, step.words].filter(Boolean).join(", ")}</Words>,
        })),
        { text: <CodeTag code={name} here /> },
      ]}
    />
  );
}

function Alone({ element }: { element: ElementView }) {
  switch (element.kind) {
    case "node":
      return <NodeAlone element={element} />;
    case "measure":
      return <MeasureAlone element={element} />;
    case "guardrail":
      return <GuardrailAlone element={element} />;
    case "statement":
      return <StatementAlone element={element} />;
  }
}

type Of<Kind extends ElementView["kind"]> = { element: Extract<ElementView, { kind: Kind }> };

function NodeAlone({ element: { node, head } }: Of<"node">) {
  const t = useTranslations("plan");
  const level = useLevelWords();
  const { title, statement, placeholder, measures, alsoProvenBy, parts } = node;
  return (
    <>
      <Opening
        length={title?.length ?? 0}
        over={t.rich("node-kind", { label: node.code ?? level.one(node.level), plan: head.title, ...SAID })}
        lede={statement === null ? undefined : <Words>{statement}</Words>}
        beside={<ElementFacts node={node} />}
      >
        {title === null ? t("not-here") : <Words>{title}</Words>}
      </Opening>
      {placeholder && title !== null && <p>{t("not-here")}</p>}
      {parts.length > 0 && (
        <Block heading={t("parts")} id="the_parts">
          <Parts parts={parts} depth={1} folded={false} heading="h3" />
        </Block>
      )}
      {measures.length + alsoProvenBy.length > 0 && (
        <Block heading={t("its-measures")} id="the_measures">
          <Measures measures={measures} also={alsoProvenBy} large />
        </Block>
      )}
    </>
  );
}

function MeasureAlone({ element: { measure, proves, watches, head } }: Of<"measure">) {
  const t = useTranslations("plan");
  const facts = useMeasureFacts(measure);
  const under = watches === null ? proves : [watches];
  return (
    <>
      <Opening
        length={measure.text.length}
        over={t.rich("measure-kind", { plan: head.title, ...SAID })}
        beside={
          <>
            {facts.length > 0 && <Facts items={facts} />}
            <MeasureStanding measure={measure} />
          </>
        }
      >
        <Words>{measure.text}</Words>
      </Opening>
      {measure.series.length > 0 && <Series measure={measure} />}
      {under.length > 0 && (
        <Block heading={t("what-it-proves")} id="the_proven">
          <Rows links={under} />
        </Block>
      )}
    </>
  );
}

/** Its own row of the document's table, turned so that it fits a phone. */
function Series({ measure }: { measure: MeasureView }) {
  const t = useTranslations("plan");
  return (
    <div className="plan-series">
      <Table
        caption={t("series-caption", { count: 1 })}
        columns={[{ head: t("when") }, { head: t("value"), numeric: true }]}
        rows={measure.series.map(({ kind, period, value }) => ({
          key: `${kind} ${period}`,
          cells: [t("series-head", { kind, period }), <Words key="value">{value}</Words>],
        }))}
      />
    </div>
  );
}

function GuardrailAlone({ element: { guardrail, head } }: Of<"guardrail">) {
  const t = useTranslations("plan");
  const { text, measures } = guardrail;
  return (
    <>
      <Opening length={text.length} over={t.rich("guardrail-kind", { plan: head.title, ...SAID })}>
        <Words>{text}</Words>
      </Opening>
      {measures.length > 0 && (
        <Block heading={t("its-measures")} id="the_measures">
          <Measures measures={measures} large />
        </Block>
      )}
    </>
  );
}

function StatementAlone({ element: { of, owner, text, points } }: Of<"statement">) {
  const t = useTranslations("plan");
  const word = t(`statement.${of}`);
  return (
    <>
      <Opening
        length={text.length}
        over={owner === null ? word : t.rich("promised-by", { kind: word, owner, ...SAID })}
      >
        <Words>{text}</Words>
      </Opening>
      {points.length > 0 && (
        <Block heading={t("its-points")} id="the_points">
          <Rows links={points.map(({ address, tag, text: words }) => ({ address, tag, name: tag, words }))} />
        </Block>
      )}
    </>
  );
}

/** Longer words are read, not looked at. */
const LONGEST_HEADLINE = 80;

interface OpeningProps {
  /** How many characters the words have. */
  length: number;
  over: ReactNode;
  lede?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}

function Opening({ length, over, lede, beside, children }: OpeningProps) {
  return (
    <div className="plan-opening">
      <Finding over={over} lede={lede} voice={length > LONGEST_HEADLINE ? "desk" : "sentence"}>
        {children}
      </Finding>
      {beside && <div className="plan-beside">{beside}</div>}
    </div>
  );
}

function Rows({ links }: { links: ElementLink[] }) {
  const t = useTranslations("plan");
  return (
    <CodedRows>
      {links.map(({ address, name, words }) => (
        <CodedRow key={address} address={address} tag={name}>
          <p className="plan-title">{words === null ? <em>{t("not-here")}</em> : <Words>{words}</Words>}</p>
        </CodedRow>
      ))}
    </CodedRows>
  );
}

function Neighbours({ element: { before, after } }: { element: ElementView }) {
  const t = useTranslations("plan");
  const { toPlan, toElement } = usePlanLinks();
  const link = (key: "before" | "after", to: ElementLink) => (
    <a href={toElement(to.address)}>
      {t.rich(key, { words: [to.name, to.words].filter(Boolean).join(", "), ...SAID })}
    </a>
  );
  return (
    <nav className="plan-neighbours" aria-label={t("nearby")} data-screen>
      <ul>
        {before && <li>{link("before", before)}</li>}
        {after && <li>{link("after", after)}</li>}
        <li>
          <a href={toPlan()}>{t("whole-plan")}</a>
        </li>
      </ul>
    </nav>
  );
}

function Origin({ head }: { head: PlanHead }) {
  const t = useTranslations("plan");
  return (
    <>
      {t("from-version", { title: head.title })} <InForce head={head} />
    </>
  );
}

function Citation({ element: { head, name }, url }: { element: ElementView; url: string }) {
  const t = useTranslations("plan");
  return (
    <>
      {t("cite")} <strong>{t("citation-element", { title: head.title, n: head.version, name })}</strong>
      <br />
      <span className="plan-url">{url}</span>
    </>
  );
}
