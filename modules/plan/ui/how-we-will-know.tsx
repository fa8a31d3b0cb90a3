/** All measures of a plan at a glance: what each is for, where it starts and where it should be. */
import { useTranslations } from "use-intl";
import { CodeTag } from "#ui/code-tag/code-tag.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Note } from "#ui/note/note.tsx";
import { Table } from "#ui/table/table.tsx";
import { endsOf } from "../measure-ends.ts";
import type { MeasureView, NodeView, PlanView } from "../plan-view.ts";
import { Measures } from "./measures.tsx";
import { Words } from "./plan-words.tsx";

/** A longer table waits to be opened. */
const MANY = 40;

export function HowWeWillKnow({ plan }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const placed = measuresIn(plan.tops);
  const table = <MeasureTable measures={placed} />;
  return (
    <>
      {placed.length > 0 && <Note>{t("how-note")}</Note>}
      {placed.length > MANY ? (
        <Disclosure summary={t("measures-table")}>{table}</Disclosure>
      ) : (
        placed.length > 0 && table
      )}
      {plan.aloneMeasures.length > 0 && (
        <>
          <Note>{t("alone-note", { count: plan.aloneMeasures.length })}</Note>
          <Measures measures={plan.aloneMeasures} />
        </>
      )}
    </>
  );
}

function MeasureTable({ measures }: { measures: Placed[] }) {
  const t = useTranslations("plan");
  const ends = measures.map(({ measure }) => endsOf(measure));
  const columns = (["baseline", "target", "by"] as const).filter((key) => ends.some((each) => each[key] !== null));
  const heads = { baseline: t("start"), target: t("target"), by: t("by") };
  // Where all are for the same, the sentence under each says it once already.
  const saysRole = new Set(measures.map(({ measure }) => measure.role)).size > 1;
  return (
    <div className="plan-glance">
      <Table
        caption={t("measures-table")}
        quietCaption
        narrow="stack"
        columns={[
          { head: t("measure") },
          { head: t("proves") },
          ...columns.map((key) => ({ head: heads[key] })),
          ...(saysRole ? [{ head: t("shows") }] : []),
        ]}
        rows={measures.map(({ measure, node }, at) => ({
          key: measure.address,
          cells: [
            <span key="said">
              <CodeTag code={measure.tag} href={`#${measure.address}`} /> <Words>{measure.text}</Words>
            </span>,
            <a key="proves" href={`#${node.address}`}>
              <Words>{together(node.code ?? node.tag)}</Words>
            </a>,
            ...columns.map((key) => <Words key={key}>{ends[at]?.[key] ?? ""}</Words>),
            ...(saysRole ? [t(`role.${measure.role}`)] : []),
          ],
        }))}
      />
    </div>
  );
}

/** A short code is not broken over two lines. */
const together = (code: string): string => (code.length <= 14 ? code.replaceAll(" ", "\u00a0") : code);

interface Placed {
  measure: MeasureView;
  node: NodeView;
}

function measuresIn(tops: NodeView[]): Placed[] {
  const found: Placed[] = [];
  const waiting = [...tops].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const measure of node.measures) found.push({ measure, node });
    for (const part of node.parts.toReversed()) waiting.push(part);
  }
  return found;
}
