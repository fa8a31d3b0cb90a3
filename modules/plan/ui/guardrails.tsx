/** Lines that the plan does not cross. */
import { useTranslations } from "use-intl";
import { CommentLink } from "../comment/ui/comment-link.tsx";
import type { GuardrailView } from "../plan-view.ts";
import { CodedRow, CodedRows } from "./coded-rows.tsx";
import { Measures } from "./measures.tsx";
import { SAID, Words } from "./plan-words.tsx";

export function Guardrails({ guardrails }: { guardrails: GuardrailView[] }) {
  const t = useTranslations("plan");
  return (
    <CodedRows>
      {guardrails.map(({ address, tag, text, actor, measures }) => (
        <CodedRow key={address} address={address} tag={tag}>
          <p className="plan-title">
            <Words>{text}</Words>
          </p>
          {actor !== null && !text.includes(actor) && (
            <p className="plan-quiet">{t.rich("actor", { words: actor, ...SAID })}</p>
          )}
          <CommentLink address={address} tag={tag} />
          <Measures measures={measures} />
        </CodedRow>
      ))}
    </CodedRows>
  );
}
