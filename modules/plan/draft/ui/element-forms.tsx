/** What is selected, opened as a form; and something new. */
import { Button } from "#ui/button/button.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { StepForm } from "../../ui/bench/step-form.tsx";
import type { Adding, DraftView, Selected } from "../present.ts";
import { flatRows, type Row } from "../rows.ts";
import { ElementFields, type FieldsOf } from "./element-fields.tsx";
import { adding as addingHref, selecting, useDraftWords } from "./words.ts";

/** What a refused form sent, so that nothing is typed twice. */
export interface Typed {
  sent: [name: string, value: string][];
  /** The field that the refusal is about, and its sentence. */
  field: string | null;
  sentence: string;
}

/** Its button stands at the foot of the page, always in sight. */
export const WORDS_FORM = "words-form";

interface FormProps {
  view: DraftView;
  typed: Typed | undefined;
}

export function ElementForm({ selected, view, typed }: FormProps & { selected: Selected }) {
  const { t } = useDraftWords();
  const { element, words, beneath, can } = selected;
  const { address } = words;
  const again = typed && isSentFor(typed, "change", address) ? typed : undefined;
  const said = words as unknown as Record<string, unknown>;
  const isPoint = element === "statement" && words.parent !== null;
  const fields = useFieldsOf(view, element, said, again);
  return (
    <>
      <StepForm id={WORDS_FORM} step={{ do: "change", element, address }} stacked>
        <ElementFields {...fields} isPoint={isPoint} />
      </StepForm>
      <ul className="draft-adds">
        <li>
          <a data-key="add-after" href={addingHref("after", address)}>
            {t("add-after")}
          </a>
        </li>
        {can.holdOwn && (
          <li>
            <a data-key="add-under" href={addingHref("under", address)}>
              {t("add-under")}
            </a>
          </li>
        )}
        {(element === "node" || element === "guardrail") && (
          <li>
            <a data-key="add-measure" href={addingHref("measure", address)}>
              {t("add-measure")}
            </a>
          </li>
        )}
      </ul>
      <MoveTo selected={selected} view={view} />
      <Disclosure summary={t("drop")}>
        <StepForm step={{ do: "drop", element, address }}>
          <p>{t("drop-says", { beneath })}</p>
          <Button>{t("drop-now")}</Button>
        </StepForm>
      </Disclosure>
      <Note>{t("address-note", { address })}</Note>
    </>
  );
}

/** To any place of the plan, without a mouse. */
function MoveTo({ selected: { element, words }, view }: { selected: Selected; view: DraftView }) {
  const { t, shortOf } = useDraftWords();
  const { address } = words;
  const rows = flatRows(view.sections).filter((row) => row.address !== address);
  const targets = rows.filter(
    (row) => row.element === element || (element === "measure" && row.element !== "statement"),
  );
  if (targets.length === 0) return null;
  const ways = element === "guardrail" ? (["before", "after"] as const) : (["into", "before", "after"] as const);
  return (
    <Disclosure summary={t("move-to")}>
      <StepForm step={{ do: "move", element, address }}>
        <label htmlFor="way">{t("move-way")}</label>
        <select className="control" id="way" name="way" data-width="half">
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`way.${way}`)}
            </option>
          ))}
        </select>
        <label htmlFor="beside">{t("move-beside")}</label>
        <select className="control" id="beside" name="beside">
          {targets.map((row) => (
            <option key={row.address} value={row.address}>
              {shortOf(row)}
            </option>
          ))}
        </select>
        <Button>{t("move")}</Button>
      </StepForm>
    </Disclosure>
  );
}

export function AddForm({ adding, view, typed }: FormProps & { adding: Adding }) {
  const { t, shortOf } = useDraftWords();
  const { element, place, beside, isPoint, node, guardrail, level } = adding;
  const again = typed && isSentFor(typed, "add", null) ? typed : undefined;
  const role = guardrail === null ? "kpi" : "guardrail_interim";
  const blank = { role, kind: "value", nodes: node === null ? [] : [node], guardrail, level };
  const fields = useFieldsOf(view, element, blank, again);
  if (element === "node" && level === null) return <Notice says={t("no-levels")} />;
  const back = beside === null ? "?" : selecting(beside.address);
  return (
    <StepForm id={WORDS_FORM} step={{ do: "add", element, way: place.way, beside: place.target ?? "" }} stacked>
      {beside && <p>{t(place.way === "after" ? "comes-after" : "comes-under", { beside: shortOf(beside) })}</p>}
      <ElementFields {...fields} isPoint={isPoint} />
      <p>
        <a href={back}>{t("cancel")}</a>
      </p>
    </StepForm>
  );
}

function isSentFor({ sent }: Typed, what: string, address: string | null): boolean {
  const of = (name: string) => sent.find(([each]) => each === name)?.[1];
  return of("do") === what && (address === null || of("address") === address);
}

function useFieldsOf(
  view: DraftView,
  element: FieldsOf["element"],
  said: Record<string, unknown>,
  typed: Typed | undefined,
): Omit<FieldsOf, "isPoint"> {
  const { shortOf } = useDraftWords();
  const sent = (field: string) => typed?.sent.filter(([name]) => name === field).map(([, value]) => value);
  const rows = element === "measure" ? flatRows(view.sections) : [];
  const choices = (of: Row["element"]) =>
    rows.filter((row) => row.element === of).map((row) => ({ value: row.address, text: shortOf(row) }));
  return {
    element,
    value: (field) => sent(field)?.at(-1) ?? (said[field] as string | null | undefined) ?? "",
    values: (field) => sent(field)?.filter(Boolean) ?? (said[field] as string[] | undefined) ?? [],
    problem: (field) => (typed?.field === field ? typed.sentence : undefined),
    levels: view.levels.map(({ key, label }) => ({ value: key, text: label })),
    years: view.years,
    nodes: choices("node"),
    guardrails: choices("guardrail"),
  };
}
