/** The review: the document beside what was read from it. It works without script; with it, by key, by mouse, without reloading. */
import { useRef } from "react";
import { useSubmit } from "react-router";
import { ActionBar } from "#ui/action-bar/action-bar.tsx";
import { ButtonLink } from "#ui/button/button.tsx";
import { CountBar } from "#ui/count-bar/count-bar.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pair, Pane } from "#ui/pair/pair.tsx";
import { SeenContext } from "../../ui/bench/step-form.tsx";
import { useDrag } from "../../ui/bench/use-drag.ts";
import { useKeys } from "../../ui/bench/use-keys.ts";
import { useInSight, useLinks } from "../../ui/bench/use-links.ts";
import type { ReviewView } from "../present.ts";
import { ItemSteps, Keys } from "./bench-actions.tsx";
import { useEcho } from "./bench-echo.ts";
import { REVIEW_KEYS } from "./bench-keys.ts";
import { Around, DocumentMeta, Losses, TakeOver, TreeMeta } from "./bench-notes.tsx";
import { DocumentLines } from "./document-lines.tsx";
import { ItemDetail } from "./item-detail.tsx";
import { LeftDetail } from "./left-detail.tsx";
import { LevelNames } from "./level-names.tsx";
import { PlanTree } from "./plan-tree.tsx";
import { Warnings } from "./warnings.tsx";
import { useItemWords } from "./words.ts";

export interface BenchProps {
  view: ReviewView;
  seen: number;
  name: string;
  over: string;
  /** What was lost on the way in, as sentences. */
  losses: string[];
  /** Someone else holds it: they can be looked at and taken over from. */
  holder: { name: string } | null;
  closed: boolean;
  refusal: string | undefined;
  acceptHref: string;
}

export function ReviewBench({ view, seen, over, losses, holder, closed, refusal, acceptHref }: BenchProps) {
  const { t } = useItemWords(view.levels);
  const bench = useRef<HTMLDivElement>(null);
  const submit = useSubmit();
  const works = holder === null && !closed;
  const keys = useKeys(REVIEW_KEYS);
  useLinks(bench);
  useEcho(bench);
  useInSight(bench, view.selected?.id ?? null);
  useDrag(bench, ({ item, parent, before }) => {
    if (!works) return;
    const step = { do: "move", seen: String(seen), item, parent: parent ?? "", before: before ?? "" };
    void submit(step, { method: "post", preventScrollReset: true });
  });

  const open = view.warnings.filter((warning) => !warning.noted).length;
  const { selected } = view;
  const detail =
    selected?.is === "item" ? (
      <ItemDetail key={`${selected.id} ${seen}`} item={selected} view={view} works={works} />
    ) : null;
  return (
    <SeenContext value={seen}>
      <div className="bench-top">
        <Finding
          voice="desk"
          over={over}
          beside={
            <CountBar
              label={t("lines-label")}
              total={t("of-lines", { total: view.count.total })}
              shares={[
                { kind: "placed", count: view.count.placed, word: t("placed") },
                { kind: "aside", count: view.count.aside, word: t("left-aside") },
                { kind: "open", count: view.count.open, word: t("open") },
              ]}
            />
          }
        >
          {t("finding-open", { open: view.count.open, warnings: open })}
        </Finding>
        {refusal && (
          <div role="alert">
            <Notice says={refusal} />
          </div>
        )}
        {holder && !closed && <TakeOver name={holder.name} />}
      </div>
      <div className="bench" id="bench" ref={bench}>
        <Pair>
          <Pane heading={t("document")} meta={<DocumentMeta view={view} />}>
            {losses.length > 0 && <Losses losses={losses} />}
            <Around view={view} side="previous" />
            <DocumentLines view={view} />
            <Around view={view} side="next" />
            <Note>{t("aside-note")}</Note>
          </Pane>
          <Pane heading={t("tree")} meta={<TreeMeta view={view} />}>
            {selected?.is === "left" && (
              <LeftDetail key={`${selected.id} ${seen}`} left={selected} view={view} works={works} />
            )}
            <PlanTree view={view} detail={detail} />
            <Warnings view={view} works={works} />
            {works && <LevelNames view={view} />}
          </Pane>
        </Pair>
      </div>
      <ActionBar aside={<Keys {...keys} />}>
        {works && (
          <>
            <ButtonLink first href={acceptHref}>
              {t("accept")}
            </ButtonLink>
            <ItemSteps view={view} />
          </>
        )}
      </ActionBar>
    </SeenContext>
  );
}
