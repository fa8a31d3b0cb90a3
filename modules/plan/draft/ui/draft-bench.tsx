/** The draft of a plan: the tree beside what is selected in it. It works without script; with it, by key and by mouse. */
import { useRef } from "react";
import { useSubmit } from "react-router";
import { ActionBar } from "#ui/action-bar/action-bar.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pair, Pane } from "#ui/pair/pair.tsx";
import { SeenContext } from "../../ui/bench/step-form.tsx";
import { useDrag } from "../../ui/bench/use-drag.ts";
import { useKeys } from "../../ui/bench/use-keys.ts";
import { useBroughtUp, useInSight, useLinks } from "../../ui/bench/use-links.ts";
import type { DraftView } from "../present.ts";
import { flatRows } from "../rows.ts";
import { Conflict, type ConflictView } from "./conflict.tsx";
import { DRAFT_KEYS, DraftActions, DraftKeys } from "./draft-actions.tsx";
import { DraftTree } from "./draft-tree.tsx";
import { EditList, type ListedEdit } from "./edit-list.tsx";
import { AddForm, ElementForm, type Typed } from "./element-forms.tsx";
import { Overview } from "./overview.tsx";
import { Renumber, type RenumberView } from "./renumber.tsx";
import { useDraftWords } from "./words.ts";

export interface DraftBenchProps {
  plan: { slug: string; title: string };
  n: number;
  /** The number of the version that it would take the place of; null while nothing is in force. */
  inForce: number | null;
  view: DraftView;
  /** The number of the last edit. */
  seen: number;
  edits: ListedEdit[];
  show: "edits" | "renumber" | null;
  renumber: RenumberView | null;
  isPublic: boolean;
  /** It lies before the public: it can be read, and not edited. */
  proposed: boolean;
  refused?: (Typed & { conflict: ConflictView | null }) | undefined;
}

export function DraftBench(props: DraftBenchProps) {
  const { plan, n, view, seen, proposed, refused } = props;
  const { t, whatItIs } = useDraftWords();
  const bench = useRef<HTMLDivElement>(null);
  const submit = useSubmit();
  const works = !proposed;
  const keys = useKeys(DRAFT_KEYS);
  const selected = view.selected?.words.address ?? null;
  useLinks(bench);
  useInSight(bench, selected);
  useBroughtUp(
    "words",
    JSON.stringify([selected, view.adding?.element, view.adding?.place, props.show, refused?.sent]),
  );
  useDrag(bench, ({ item, parent, before }) => {
    const dragged = flatRows(view.sections).find(({ address }) => address === item);
    if (!works || dragged === undefined) return;
    const to = before === null ? { way: "into", beside: parent ?? "" } : { way: "before", beside: before };
    const step = { do: "move", seen: String(seen), element: dragged.element, address: item, ...to };
    void submit(step, { method: "post", preventScrollReset: true });
  });
  const { adding } = view;
  const heading =
    adding !== null
      ? t(`add.${adding.element}`)
      : view.selected !== null
        ? whatItIs(view.selected, view.levels)
        : t(props.show === "renumber" ? "renumber" : props.show === "edits" ? "all-edits" : "whole");
  const isOverview = adding === null && view.selected === null && props.show === null;
  // What was typed was typed on the text of then: only so is it told apart from what others did since.
  const typedOn = refused?.sent.find(([name]) => name === "seen")?.[1];
  return (
    <SeenContext value={typedOn === undefined ? seen : Number(typedOn)}>
      <div className="bench-top">
        <Finding voice="desk" over={t("over", { title: plan.title, n })}>
          {t(proposed ? "finding-proposed" : "finding", { edits: seen })}
        </Finding>
        {proposed && (
          <Notice says={t("proposed")}>
            <a href={`/plan/${plan.slug}/proposal`}>{t("to-proposal")}</a>
          </Notice>
        )}
      </div>
      <div className="bench" id="bench" ref={bench}>
        <Pair>
          <Pane heading={t("tree")} meta={<a href={`/plan/${plan.slug}`}>{t("back")}</a>}>
            <DraftTree view={view} works={works} />
          </Pane>
          <Pane
            id="words"
            heading={heading}
            meta={
              isOverview ? undefined : (
                <a href="?" data-key="overview">
                  {t("whole")}
                </a>
              )
            }
          >
            {refused?.conflict ? <Conflict {...refused.conflict} /> : refused && <Refusal says={refused.sentence} />}
            {!refused?.conflict && <Detail {...props} works={works} isOverview={isOverview} />}
          </Pane>
        </Pair>
      </div>
      <ActionBar aside={<DraftKeys {...keys} />}>
        {works && <DraftActions view={view} edits={seen} isTold={!!refused?.conflict} />}
      </ActionBar>
    </SeenContext>
  );
}

const Refusal = ({ says }: { says: string }) => (
  <div role="alert">
    <Notice says={says} />
  </div>
);

function Detail(props: DraftBenchProps & { works: boolean; isOverview: boolean }) {
  const { plan, n, inForce, view, seen, edits, works, isOverview, refused, renumber, show } = props;
  const { adding, selected } = view;
  if (isOverview || !works) {
    const compare =
      inForce === null ? null : { href: `/plan/${plan.slug}/compare?from=${inForce}&to=${n}`, n: inForce };
    return <Overview view={view} edits={edits} works={works} compare={compare} isPublic={props.isPublic} />;
  }
  if (adding !== null) {
    const { beside, element, place } = adding;
    return <AddForm key={`${element} ${place.way} ${beside?.address}`} adding={adding} view={view} typed={refused} />;
  }
  // Drawn anew when the words are other than those that were typed on.
  if (selected !== null) {
    return <ElementForm key={`${selected.words.address} ${seen}`} selected={selected} view={view} typed={refused} />;
  }
  if (renumber !== null) return <Renumber {...renumber} />;
  return show === "edits" ? <EditList edits={edits} works={works} /> : null;
}
