/** What stands around the two panes: how much was read, what the format could not say, who else works here. */
import { Form } from "react-router";
import { Button } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import { pluralOf } from "../../domain.ts";
import type { ReviewView } from "../present.ts";
import { selecting, useItemWords } from "./words.ts";

export function DocumentMeta({ view }: { view: ReviewView }) {
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

export function TreeMeta({ view }: { view: ReviewView }) {
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

export function Around({ view, side }: { view: ReviewView; side: "previous" | "next" }) {
  const { t } = useItemWords([]);
  const from = view.window[side];
  if (from === null) return null;
  return (
    <p>
      <a href={`?from=${from}`}>{side === "previous" ? t("lines-before") : t("lines-after")}</a>
    </p>
  );
}

export function Losses({ losses }: { losses: string[] }) {
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

export function TakeOver({ name }: { name: string }) {
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
