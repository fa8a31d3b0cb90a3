/** Above a plan that staff look at: who can read it, and what those who keep it can do, in the order of its life. */
import { useTranslations } from "use-intl";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { PlanHead } from "../plan-view.ts";

interface PlanBarProps {
  plan: Pick<PlanHead, "slug" | "audience">;
  keeps: boolean;
  documentId: string | null;
  /** What is left to do about it: the next decision, the account of the plan before. */
  next: { draft: boolean; adopt: boolean; amend: boolean; crosswalk: boolean };
  /** Whether there is a draft to propose, whether it is proposed, how many comments wait; null for those who do not keep it. */
  proposal: { can: boolean; stands: boolean; waiting: number } | null;
}

export function PlanBar({ plan: { slug, audience }, keeps, documentId, next, proposal }: PlanBarProps) {
  const t = useTranslations("plan.staff");
  const draft = useTranslations("draft");
  const words = useTranslations("comment.bar-staff");
  const isPublic = audience === "public";
  return (
    <div className="plan-bar">
      <Notice says={t(isPublic ? "everyone-sees" : "only-staff")}>
        <ActionRow>
          {next.draft && (
            <ButtonLink href={`/plan/${slug}/draft`}>
              {draft(proposal?.can ? "edit-the-draft" : "change-the-plan")}
            </ButtonLink>
          )}
          {proposal?.can && (
            <ButtonLink href={`/plan/${slug}/proposal`}>{words(proposal.stands ? "proposal" : "propose")}</ButtonLink>
          )}
          {proposal && (proposal.stands || proposal.waiting > 0) && (
            <ButtonLink href={`/plan/${slug}/comments`}>{words("comments", { count: proposal.waiting })}</ButtonLink>
          )}
          {next.adopt && <ButtonLink href={`/plan/${slug}/adoption`}>{t("adopt")}</ButtonLink>}
          {next.amend && <ButtonLink href={`/plan/${slug}/amendment`}>{t("amend")}</ButtonLink>}
          {next.crosswalk && <ButtonLink href={`/plan/${slug}/crosswalk`}>{t("crosswalk")}</ButtonLink>}
          {keeps && <a href={`/plan/${slug}/alignments`}>{t("alignments")}</a>}
          {keeps && <a href={`/plan/${slug}/audience`}>{t(isPublic ? "withdraw" : "show")}</a>}
          {isPublic && <a href={`/plans/${slug}`}>{t("as-public")}</a>}
          {keeps && documentId !== null && <a href={`/plan/documents/${documentId}/file`}>{t("document-file")}</a>}
          <a href={`/plan/${slug}/plan.json`}>{t("plan-file")}</a>
        </ActionRow>
      </Notice>
    </div>
  );
}
