import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { Progress } from "#ui/progress/progress.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { Table } from "#ui/table/table.tsx";
import type { ImportView } from "../present-page.ts";
import { CountsBlock, TargetsBlock } from "./counts-blocks.tsx";
import { QuestionsBlock } from "./questions-block.tsx";
import { RefusalsBlock } from "./refusals-block.tsx";
import { PublishBlock, RevertBlock } from "./word-blocks.tsx";

export interface ImportPageProps {
  view: ImportView;
  reason: string | undefined;
  problems: { reason: string | undefined; answers: string | undefined };
}

/** How far is it, what would change, is anything wrong, and what do I do now? */
export function ImportPage({ view, reason, problems }: ImportPageProps) {
  const t = useTranslations("imports");
  const { moment } = useDates();
  const { title, finding, isWorking, handedInAt, personName, problem, state } = view;
  const by = `${moment(handedInAt)}, ${personName ?? t("program")}`;
  return (
    <>
      <title>{`${title}: ${finding}`}</title>
      <Finding
        over={<Crumb label={t("title")} steps={[{ href: "/imports", text: t("title") }, { text: title }]} />}
        lede={by}
      >
        {finding}
      </Finding>
      {isWorking && <Working view={view} />}
      {problem && (
        <Notice says={problem}>
          {state === "refused" && (
            <ActionRow>
              <ButtonLink first href={`/imports/hand-in?kind=${view.kind}`}>
                {t("again")}
              </ButtonLink>
              <a href={`/imports/kinds/${view.kind}`}>{t("guide-link")}</a>
            </ActionRow>
          )}
        </Notice>
      )}
      {view.questions.length > 0 && <QuestionsBlock questions={view.questions} error={problems.answers} />}
      {view.may.publish && <PublishBlock view={view} reason={reason} error={problems.reason} />}
      {view.targets.length > 0 && <TargetsBlock view={view} />}
      {view.sources.length > 0 && <CountsBlock view={view} />}
      {view.refusals.length > 0 && <RefusalsBlock view={view} />}
      {view.strange.length > 0 && state !== "published" && <StrangeBlock strange={view.strange} />}
      <FilesBlock files={view.files} />
      <StepsBlock view={view} />
      {view.may.revert && <RevertBlock reason={reason} error={problems.reason} />}
      {view.may.abandon && !view.may.publish && <Abandon />}
    </>
  );
}

/** Follows by itself: with script as data, without as a page that loads anew. */
function Working({ view: { progress } }: { view: ImportView }): ReactNode {
  const t = useTranslations("imports");
  if (progress === null) return null;
  const { doing, done, of } = progress;
  const known = of > 1;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
      <Progress
        label={t(`doing.${doing as "reading"}`, { done, of })}
        value={known ? done : undefined}
        max={known ? of : 1}
      >
        {t("wait")} <a href="?">{t("refresh")}</a>
      </Progress>
    </>
  );
}

function StrangeBlock({ strange }: Pick<ImportView, "strange">) {
  const t = useTranslations("imports");
  return (
    <Block heading={t("strange-heading")} id="strange">
      <Stack>
        <p>{t("strange-lede")}</p>
        <ul>
          {strange.map(({ head, changes }) => (
            <li key={head}>
              {head}
              {changes.length > 0 && (
                <ul>
                  {changes.map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Block>
  );
}

function FilesBlock({ files }: Pick<ImportView, "files">) {
  const t = useTranslations("imports");
  return (
    <Block heading={t("files-heading")} id="files">
      <ul>
        {files.map(({ name, line, notes }) => (
          <li key={name}>
            {line} {notes.join(" ")}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function StepsBlock({ view: { steps, state } }: { view: ImportView }) {
  const t = useTranslations("imports");
  const { moment } = useDates();
  return (
    <Block heading={t("steps-heading")} id="steps">
      <Table
        quietCaption
        narrow="stack"
        caption={t("steps-caption")}
        columns={[
          { head: t("head-state") },
          { head: t("head-when") },
          { head: t("head-who") },
          { head: t("head-why") },
        ]}
        rows={steps.map(({ word, at, personName, because }) => ({
          key: word,
          cells: [word, moment(at), personName ?? t("program"), because ?? "–"],
        }))}
      />
      {(state === "published" || state === "reverted") && <Note>{t("kept-note")}</Note>}
    </Block>
  );
}

function Abandon() {
  const t = useTranslations("imports");
  return (
    <form method="post">
      <Button plain name="do" value="abandon">
        {t("abandon")}
      </Button>
    </form>
  );
}
