/** The review: the document beside what was read from it. It works without script; with it, by key, by mouse, without reloading. */
import { useRef } from "react";
import { Form, useSubmit } from "react-router";
import { ActionBar } from "#ui/action-bar/action-bar.tsx";
import { Button, ButtonLink } from "#ui/button/button.tsx";
import { CountBar } from "#ui/count-bar/count-bar.tsx";
import { Dialog } from "#ui/dialog/dialog.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { KeyHint } from "#ui/key-hint/key-hint.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Pair, Pane } from "#ui/pair/pair.tsx";
import { pluralOf } from "../../domain.ts";
import type { ReviewView } from "../present.ts";
import { useDrag } from "./bench-drag.ts";
import { useEcho } from "./bench-echo.ts";
import { useBenchKeys } from "./bench-keys.ts";
import { useBenchLinks, useInSight } from "./bench-links.ts";
import { DocumentLines } from "./document-lines.tsx";
import { ItemDetail } from "./item-detail.tsx";
import { LeftDetail } from "./left-detail.tsx";
import { LevelNames } from "./level-names.tsx";
import { PlanTree } from "./plan-tree.tsx";
import { SeenContext, StepForm } from "./step-form.tsx";
import { Warnings } from "./warnings.tsx";
import { selecting, useItemWords } from "./words.ts";

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
  const keys = useBenchKeys();
  useBenchLinks(bench);
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
      <div className="review-top">
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
      <div className="review-bench" id="bench" ref={bench}>
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

/** The steps that need no further word. Those that cannot be taken now are shown, and not offered. */
function ItemSteps({ view }: { view: ReviewView }) {
  const { t } = useItemWords([]);
  const { selected } = view;
  const item = selected?.is === "item" ? selected : null;
  const steps = [
    { key: "promote", hotkey: "[", can: item?.can.promote },
    { key: "demote", hotkey: "]", can: item?.can.demote },
    { key: "raise", hotkey: "Shift+K", can: item?.can.raise },
    { key: "lower", hotkey: "Shift+J", can: item?.can.lower },
    { key: "set-aside", hotkey: "A", can: item !== null },
  ] as const;
  return (
    <>
      {item && (
        <StepForm step={{ item: item.id }}>
          {steps.map(({ key, hotkey, can }) => (
            <span key={key} data-step={key}>
              <Button name="do" value={key} hotkey={hotkey} disabled={!can}>
                {t(key)}
              </Button>
            </span>
          ))}
        </StepForm>
      )}
      <StepForm step={{}}>
        <Button name="do" value="undo" hotkey="U" disabled={view.undoable === 0}>
          {t("undo")}
        </Button>
        <Button name="do" value="redo" hotkey="R" disabled={view.redoable === 0}>
          {t("redo")}
        </Button>
      </StepForm>
    </>
  );
}

function DocumentMeta({ view }: { view: ReviewView }) {
  const { t } = useItemWords([]);
  return (
    <>
      {t("document-lines", { first: view.window.first, last: view.window.last, of: view.window.of })}
      {view.nextOpen && (
        <>
          {" "}
          <a href={selecting(view.nextOpen)} data-key="next-open">
            {t("next-open")}
          </a>
        </>
      )}
    </>
  );
}

function TreeMeta({ view }: { view: ReviewView }) {
  const { t } = useItemWords([]);
  const counted = view.levels
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => t("read-count", { count, label: count === 1 ? label : pluralOf(label) }));
  const measures = view.measures > 0 ? [t("measures-count", { count: view.measures })] : [];
  return (
    <>
      {[...counted, ...measures].join(", ")}
      {view.warnings.length > 0 && (
        <>
          {" "}
          <a href="#warnings" data-key="warnings">
            {t("warnings-count", { count: view.warnings.length })}
          </a>
        </>
      )}
    </>
  );
}

function Around({ view, side }: { view: ReviewView; side: "previous" | "next" }) {
  const { t } = useItemWords([]);
  const from = view.window[side];
  if (from === null) return null;
  return (
    <p>
      <a href={`?from=${from}`}>{side === "previous" ? t("lines-before") : t("lines-after")}</a>
    </p>
  );
}

function Losses({ losses }: { losses: string[] }) {
  const { t } = useItemWords([]);
  return (
    <Notice says={t("losses")}>
      <ul>
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </Notice>
  );
}

function TakeOver({ name }: { name: string }) {
  const { t } = useItemWords([]);
  return (
    <Notice says={t("held-by", { name })}>
      <p>{t("held-lede", { name })}</p>
      <Form method="post">
        <Button name="do" value="take">
          {t("take")}
        </Button>
      </Form>
    </Notice>
  );
}

function Keys({ on, setOn }: ReturnType<typeof useBenchKeys>) {
  const { t } = useItemWords([]);
  const all = [
    { keys: ["J", "K"], does: t("key-row") },
    { keys: ["H", "L"], does: t("key-side") },
    { keys: ["O"], does: t("key-open") },
    { keys: ["W"], does: t("key-warning") },
    { keys: ["[", "]"], does: t("key-step") },
    { keys: ["Shift+K", "Shift+J"], does: t("key-order") },
    { keys: ["T"], does: t("key-type") },
    { keys: ["M"], does: t("key-move") },
    { keys: ["G"], does: t("key-merge") },
    { keys: ["S"], does: t("key-split") },
    { keys: ["A"], does: t("key-aside") },
    { keys: ["U", "R"], does: t("key-undo") },
  ];
  return (
    <div className="review-keys" data-keys={on === null ? undefined : on ? "on" : "off"}>
      <KeyHint label={t("keys-label")} hints={all.slice(0, 3)} />
      <Dialog id="all-keys" heading={t("keys-all-title")} close={t("keys-close")}>
        <KeyHint label={t("keys-all-title")} hints={all} />
        <label>
          <input type="checkbox" checked={on ?? true} onChange={(event) => setOn(event.target.checked)} />{" "}
          {t("keys-toggle")}
        </label>
      </Dialog>
      <span data-key-button="all-keys">
        <Button plain opens="all-keys" hotkey="?">
          {t("key-all")}
        </Button>
      </span>
    </div>
  );
}
