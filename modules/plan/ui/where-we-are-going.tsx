/** The plan's elements, under each other as the plan has them. */
import { useTranslations } from "use-intl";
import { Branch } from "#ui/post/post.tsx";
import { CommentLink } from "../comment/ui/comment-link.tsx";
import type { NodeView, PlanView } from "../plan-view.ts";
import { ElementFacts } from "./element-facts.tsx";
import { Measures } from "./measures.tsx";
import { Parts } from "./parts.tsx";
import { useLevelWords, usePlanLinks, Words } from "./plan-words.tsx";

/** A plan with more elements than this keeps its lower levels folded, so that one can see over it. */
const MANY = 150;

export function WhereWeAreGoing({ plan }: { plan: PlanView }) {
  const folded = plan.counts.reduce((sum, { count }) => sum + count, 0) > MANY;
  return plan.tops.map((top) => <Top key={top.address} top={top} folded={folded} />);
}

function Top({ top, folded }: { top: NodeView; folded: boolean }) {
  const t = useTranslations("plan");
  const level = useLevelWords();
  const { toElement } = usePlanLinks();
  const { address, code, title } = top;
  return (
    <Branch
      id={address}
      blade={<Words>{code ?? level.one(top.level)}</Words>}
      heading={
        title === null ? (
          <em>{t("not-here")}</em>
        ) : (
          <a className="plan-heading" href={toElement(address)}>
            <Words>{title}</Words>
          </a>
        )
      }
      lead={hasLead(top) && <Lead top={top} />}
    >
      <CommentLink address={address} tag={top.tag} />
      <Measures measures={top.measures} also={top.alsoProvenBy} large />
      <Parts parts={top.parts} depth={1} folded={folded} />
    </Branch>
  );
}

const hasLead = ({ statement, printed, focus, placeholder, ...ties }: NodeView): boolean =>
  statement !== null ||
  placeholder ||
  focus.length + Object.keys(printed).length > 0 ||
  [ties.supports, ties.supportedBy, ties.answers].some((each) => each.length > 0);

function Lead({ top }: { top: NodeView }) {
  const t = useTranslations("plan");
  const { title, statement, placeholder } = top;
  return (
    <div className="plan-lead">
      {statement !== null && (
        <p>
          <Words>{statement}</Words>
        </p>
      )}
      {placeholder && title !== null && <p>{t("not-here")}</p>}
      <ElementFacts node={top} />
    </div>
  );
}
