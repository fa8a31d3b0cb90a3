/** Where those who keep a plan read what people say about it: what waits first, then what was read, which can be undone. */
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Pager } from "#ui/pager/pager.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { VisuallyHidden } from "#ui/visually-hidden/visually-hidden.tsx";
import { type CommentState, REASONS } from "../domain.ts";
import type { ModeratedView } from "../present.ts";
import { Said, useWhy } from "./said.tsx";

export interface ModerationView {
  slug: string;
  title: string;
  n: number;
  counts: Record<CommentState, number>;
  /** By when the one that waits longest was to be read. */
  due: string | null;
  isProposed: boolean;
  waiting: ModeratedView[];
  read: ModeratedView[];
  page: number;
  pages: number;
}

interface FormProps {
  /** Where forms go: this very page. */
  path: string;
  form: FormState;
}

export function ModerationPage({ path, form, ...view }: ModerationView & FormProps) {
  const t = useTranslations("comment.staff");
  const { day } = useDates();
  const { slug, title, n, counts, due, waiting, read, isProposed } = view;
  const number = numberWordFirst(counts.waiting, useLocale());
  const isEmpty = counts.waiting + counts.shown + counts.hidden === 0;
  return (
    <>
      <Crumb
        label={t("place")}
        steps={[
          { href: `/plan/${slug}`, text: title },
          { href: `/plan/${slug}/proposal`, text: t("proposal") },
          { text: t("comments") },
        ]}
      />
      <Finding voice="desk" lede={due === null ? t("lede-none", { n }) : t("lede-due", { n, day: day(due) })}>
        {t("waiting-title", { count: counts.waiting, number })}
      </Finding>
      {isEmpty && (
        <EmptyState example={<p>{t("empty-example")}</p>}>
          <p>{t(isProposed ? "empty" : "empty-not-proposed")}</p>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Block id="waiting" heading={t("waiting")}>
          {waiting.map((comment) => (
            <Case key={comment.id} slug={slug} comment={comment}>
              <Decide comment={comment} path={path} form={form} />
            </Case>
          ))}
          {waiting.length < counts.waiting && <p>{t("more-wait", { count: counts.waiting - waiting.length })}</p>}
        </Block>
      )}
      {read.length > 0 && (
        <Block id="read" heading={t("read")} more={t("read-counts", { shown: counts.shown, hidden: counts.hidden })}>
          {read.map((comment) => (
            <Case key={comment.id} slug={slug} comment={comment}>
              <Decided comment={comment} path={path} />
            </Case>
          ))}
          <Pages {...view} />
        </Block>
      )}
    </>
  );
}

function Case({ slug, comment, children }: { slug: string; comment: ModeratedView; children: ReactNode }) {
  return (
    <article className="comment-case" id={`the_comment-${comment.id}`}>
      <div>
        <About slug={slug} comment={comment} />
        <Said comment={comment} />
      </div>
      {children}
    </article>
  );
}

/** What it is about, with its words, so that one need not look it up. */
function About({ slug, comment: { about } }: { slug: string; comment: ModeratedView }) {
  const t = useTranslations("comment.staff");
  if (about === null) return <p className="comment-about">{t("about-whole")}</p>;
  if (about === "gone") return <p className="comment-about">{t("about-gone")}</p>;
  const { address, name, words } = about;
  return (
    <p className="comment-about">
      <a href={`/plans/${slug}/proposal/${address}`}>{name}</a> {words}
    </p>
  );
}

function Decide({ comment, path, form }: { comment: ModeratedView } & FormProps) {
  const t = useTranslations("comment.staff");
  const { id } = comment;
  // A form that was refused is the one that was sent, and no other.
  const isSent = form.typed.comment === id;
  const typed = isSent ? form.typed : {};
  const problem = isSent ? (form.problem(`reason-${id}`) ?? form.problem(`own-${id}`)) : undefined;
  return (
    <form method="post" action={path}>
      <input type="hidden" name="comment" value={id} />
      <input type="hidden" name="seen" value="waiting" />
      <ActionRow>
        <Button name="do" value="show">
          {t("show")}
          <Whose comment={comment} />
        </Button>
      </ActionRow>
      <Disclosure summary={t("hide")} open={problem !== undefined}>
        <FormLayout>
          <RadioGroup
            name="reason"
            id={`reason-${id}`}
            small
            legend={t("reason")}
            hint={t("reason-hint")}
            error={isSent ? form.problem(`reason-${id}`) : undefined}
            defaultValue={typed.reason}
            options={[
              ...REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
              { value: "own", label: t("reasons.own") },
            ]}
          />
          <TextField
            name="own"
            id={`own-${id}`}
            label={t("own")}
            error={isSent ? form.problem(`own-${id}`) : undefined}
            defaultValue={typed.own}
          />
          <ActionRow>
            <Button name="do" value="hide">
              {t("hide")}
              <Whose comment={comment} />
            </Button>
          </ActionRow>
        </FormLayout>
      </Disclosure>
    </form>
  );
}

function Decided({ comment, path }: { comment: ModeratedView; path: string }) {
  const t = useTranslations("comment.staff");
  const { dayOf } = useDates();
  const why = useWhy();
  const { id, state, by, moderatedAt, notShown } = comment;
  const told = { by: by ?? "", day: moderatedAt === null ? "" : dayOf(moderatedAt) };
  return (
    <form method="post" action={path}>
      <input type="hidden" name="comment" value={id} />
      <input type="hidden" name="seen" value={state} />
      <p className="plan-quiet">
        {notShown === null ? t("was-shown", told) : t("was-hidden", { ...told, why: why(notShown, 1) })}
      </p>
      <ActionRow>
        <Button plain name="do" value="return">
          {t("undo")}
          <Whose comment={comment} />
        </Button>
      </ActionRow>
    </form>
  );
}

/** Buttons of the same words are told apart by whose comment they are about. */
function Whose({ comment: { name, paragraphs } }: { comment: ModeratedView }) {
  const t = useTranslations("comment");
  return (
    <VisuallyHidden>
      {" "}
      {t("staff.whose", { name: name ?? t("without-name"), words: [...(paragraphs[0] ?? "")].slice(0, 40).join("") })}
    </VisuallyHidden>
  );
}

function Pages({ slug, page, pages }: ModerationView) {
  const t = useTranslations("comment.staff");
  if (pages < 2) return null;
  const way = (to: number, text: string) =>
    to < 1 || to > pages ? undefined : { href: `/plan/${slug}/comments?page=${to}#read`, text };
  return (
    <Pager label={t("pages")} previous={way(page - 1, t("newer"))} next={way(page + 1, t("older"))}>
      {t("page", { page, pages })}
    </Pager>
  );
}
