/** What was said about an element, or about the plan as a whole, and the form to say something. */
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { Note } from "#ui/note/note.tsx";
import type { CommentsView, ProposalView } from "../present.ts";
import { CommentForm } from "./comment-form.tsx";
import { Said, useWhy } from "./said.tsx";

interface CommentsProps {
  comments: CommentsView;
  proposed: ProposalView;
  /** Where the form goes, and what it is about: "Goal 1"; null: the plan as a whole. */
  path: string;
  about: string | null;
  form: FormState;
}

export function Comments({ comments: { said, notShown }, proposed, path, about, form }: CommentsProps) {
  const t = useTranslations("comment");
  const { day } = useDates();
  const why = useWhy();
  const { comment, until } = proposed;
  if (comment === "not-asked" && said.length === 0) return null;
  return (
    <Block id="the_comments" heading={t("heading", { about: about === null ? "whole" : "element", name: about ?? "" })}>
      {said.length > 0 && (
        <ol className="comments">
          {said.map((each) => (
            <li key={each.id} id={`the_comment-${each.id}`}>
              <Said comment={each} />
            </li>
          ))}
        </ol>
      )}
      {said.length === 0 && comment === "open" && <Note>{t("none-yet")}</Note>}
      {notShown.map((each) => (
        <Note key={JSON.stringify(each.why)}>
          {t("not-shown", { count: each.count, why: why(each.why, each.count) })}
        </Note>
      ))}
      {comment === "open" && <CommentForm path={path} about={about} form={form} />}
      {comment === "over" && <Over form={form}>{t("over", { day: until === null ? "" : day(until) })}</Over>}
    </Block>
  );
}

/** The form is gone; what someone was still writing is given back to them. */
function Over({ form, children }: { form: FormState; children: ReactNode }) {
  const t = useTranslations("comment");
  const { text } = form.typed;
  return (
    <div className="comment-over" id="text">
      <p>{children}</p>
      {text && (
        <Disclosure open summary={t("your-words")}>
          <p className="comment-words">{text}</p>
        </Disclosure>
      )}
    </div>
  );
}
