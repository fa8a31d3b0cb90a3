/** What is known of the selected element, and everything that can be done with it. */
import { Button } from "#ui/button/button.tsx";
import { Facts, type FactsProps } from "#ui/facts/facts.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { CutPoint } from "../cut-points.ts";
import type { ReviewView, ViewItem } from "../present.ts";
import { TypeSelect } from "./type-options.tsx";
import { selecting, useItemWords } from "./words.ts";

export function ItemDetail({ item, view, works }: { item: ViewItem; view: ReviewView; works: boolean }) {
  return (
    <>
      <ItemFacts item={item} view={view} />
      {works && (
        <div className="step-forms">
          <Retype item={item} view={view} />
          {item.kind !== "guardrail" && <Move item={item} />}
          {item.previous && <Merge item={item} previous={item.previous} />}
          <Split item={item} />
        </div>
      )}
    </>
  );
}

function ItemFacts({ item, view }: { item: ViewItem; view: ReviewView }) {
  const { t, whatItIs, whichLines } = useItemWords(view.levels);
  const { owner, dates, phase, horizon, tag, mark, amount, actor, baseline, target, by } = item.printed;
  const miss = (value: string | null) => ({ value: value ?? t("missing"), missing: value === null });
  const facts: FactsProps["items"] = [{ term: t("facts-what"), value: whatItIs(item) }];
  if (item.kind !== "statement") facts.push({ term: t("facts-code"), ...miss(item.code) });
  if (item.body !== null) facts.push({ term: t("facts-words"), value: item.body });
  if (item.kind === "measure") {
    facts.push(
      { term: t("facts-baseline"), ...miss(baseline) },
      { term: t("facts-target"), ...miss(target) },
      { term: t("facts-by"), ...miss(by) },
    );
  }
  const printed = { owner, dates, phase, horizon, tag, mark, amount, actor };
  for (const [name, value] of Object.entries(printed)) {
    if (value !== null) facts.push({ term: t(`facts-${name as keyof typeof printed}`), value });
  }
  const places = item.lines.map((lines) => (
    <a key={lines[0]} href={`#l${lines[0]}`}>
      {whichLines(lines)}
    </a>
  ));
  facts.push({
    key: "lines",
    term: t("facts-lines"),
    value: <>{places.flatMap((place, at) => (at === 0 ? [place] : [", ", place]))}</>,
  });
  return <Facts items={facts} />;
}

const typeOf = (item: ViewItem): string => (item.kind === "guardrail" ? "guardrail" : `${item.kind}:${item.type}`);

function Retype({ item, view }: { item: ViewItem; view: ReviewView }) {
  const { t } = useItemWords(view.levels);
  return (
    <StepForm step={{ do: "retype", item: item.id }}>
      <label htmlFor="retype">{t("retype-legend")}</label>
      <TypeSelect id="retype" levels={view.levels} value={typeOf(item)} />
      <Button>{t("retype")}</Button>
    </StepForm>
  );
}

function Move({ item }: { item: ViewItem }) {
  const { t } = useItemWords([]);
  return (
    <StepForm step={{ do: "move", item: item.id, before: "" }}>
      <label htmlFor="move">{t("move-legend")}</label>
      <select className="control" id="move" name="parent" defaultValue={item.parentId ?? ""} data-width="half">
        <option value="">{t("move-top")}</option>
        {item.parents.map(({ id, words, depth }) => (
          <option key={id} value={id}>
            {`${"  ".repeat(depth)}${words}`}
          </option>
        ))}
      </select>
      <Button>{t("move")}</Button>
    </StepForm>
  );
}

function Merge({ item, previous }: { item: ViewItem; previous: { id: string; tag: string } }) {
  const { t } = useItemWords([]);
  return (
    <StepForm step={{ do: "merge", item: item.id, into: previous.id }}>
      <p>
        <a href={selecting(previous.id)}>{t("merge-legend", { tag: previous.tag })}</a>
      </p>
      {item.kind === "node" ? (
        <>
          <Button name="as" value="text">
            {t("merge-text")}
          </Button>
          <Button name="as" value="body">
            {t("merge-body")}
          </Button>
        </>
      ) : (
        <Button name="as" value="text">
          {t("merge-words")}
        </Button>
      )}
    </StepForm>
  );
}

function Split({ item }: { item: ViewItem }) {
  const { t } = useItemWords([]);
  const points: [string, CutPoint][] = [
    ...item.cuts.text.map((cut): [string, CutPoint] => [`text:${cut.at}`, cut]),
    ...item.cuts.body.map((cut): [string, CutPoint] => [`body:${cut.at}`, cut]),
  ];
  if (points.length === 0) return null;
  const ways = item.kind === "node" ? (["body", "sibling", "child"] as const) : (["sibling"] as const);
  return (
    <StepForm step={{ do: "split", item: item.id }}>
      <p>{t("split-legend")}</p>
      <label htmlFor="split">{t("split-cut")}</label>
      <select className="control" id="split" name="cut">
        {points.map(([value, { before, after }]) => (
          <option key={value} value={value}>
            {`${before} | ${after}`}
          </option>
        ))}
      </select>
      <label htmlFor="split-as">{t("split-as")}</label>
      <select className="control" id="split-as" name="as" data-width="half">
        {ways.map((way) => (
          <option key={way} value={way}>
            {t(`split-${way}`)}
          </option>
        ))}
      </select>
      <Button>{t("split")}</Button>
    </StepForm>
  );
}
