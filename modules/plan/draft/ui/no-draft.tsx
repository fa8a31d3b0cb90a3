/** What the plan says is adopted: a draft is started first. */
import { Form } from "react-router";
import { Button } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { useDraftWords } from "./words.ts";

export function NoDraft({ title, slug, successor }: { title: string; slug: string; successor: string | null }) {
  const { t } = useDraftWords();
  const back = <a href={`/plan/${slug}`}>{title}</a>;
  return (
    <>
      <Finding over={back}>{t("no-draft-title")}</Finding>
      <EmptyState
        actions={
          successor === null && (
            <Form method="post">
              <input type="hidden" name="do" value="start" />
              <Button first>{t("start")}</Button>
            </Form>
          )
        }
      >
        <p>{successor === null ? t("no-draft") : t("superseded", { by: successor })}</p>
      </EmptyState>
    </>
  );
}
